/** Request Tracker 5 on SQLite. @module */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../browsers/temporary.ts'
import { freePort, people, type RealCrm, serve, step } from './crm.ts'

const LIBRARY = '-I/usr/share/request-tracker5/lib'
const SERVER = '/usr/share/request-tracker5/libexec/rt-server'

/** Somebody in it whom nobody can write to. */
export const walkIn = { name: 'Ilse Ahmadi', account: 'walkin' } as const

/** Who wrote in somebody else's ticket, and whom that letter quotes. */
export const decoys = { writer: 'colleague@elsewhere.example', quoted: 'quoted@elsewhere.example' } as const

/** Sets it up in a new folder, with a ticket of each person, numbered as they are listed, and starts it. */
export async function startRequestTracker(): Promise<RealCrm> {
  const folder = makeTemporaryFolder('request-tracker')
  const port = await freePort()
  const password = crypto.randomUUID()
  for (const inner of ['conf.d', 'mason', 'sessions']) mkdirSync(join(folder, inner))
  writeFileSync(join(folder, 'settings.pm'), settings(folder, port))
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  writeFileSync(join(folder, 'people.json'), JSON.stringify({ people, walkIn, decoys }))
  writeFileSync(join(folder, 'people.pl'), SEED)
  const environment = { RT_SITE_CONFIG: join(folder, 'settings.pm'), RT_SITE_CONFIG_DIR: join(folder, 'conf.d') }
  const init = ['--action', 'init', '--skip-create', '--dba', '', '--dba-password', '', '--root-password-file']
  await step('perl', [LIBRARY, '/usr/sbin/rt-setup-database-5', ...init, join(folder, 'password')], environment)
  await step('perl', [LIBRARY, join(folder, 'people.pl'), join(folder, 'people.json')], environment)
  const origin = `http://127.0.0.1:${port}`
  const parameters = [
    LIBRARY,
    '-s',
    'HTTP::Server::PSGI',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '-E',
    'production',
  ]
  const server = await serve(folder, origin, 'plackup', [...parameters, SERVER], environment)
  return { ...server, login: { user: 'root', password } }
}

function settings(folder: string, port: number): string {
  const values = {
    rtname: 'crm.example',
    Organization: 'crm.example',
    Timezone: 'UTC',
    WebPath: '',
    WebDomain: '127.0.0.1',
    WebPort: port,
    DatabaseType: 'SQLite',
    DatabaseName: join(folder, 'tickets'),
    DatabaseUser: '',
    DatabasePassword: '',
    LogToSTDERR: 'warning',
    MailCommand: 'testfile',
    MasonDataDir: join(folder, 'mason'),
    MasonSessionDir: join(folder, 'sessions'),
    LogDir: folder,
    WebSessionClass: 'Apache::Session::File',
    UserSummaryExtraInfo: 'RealName, EmailAddress, WorkPhone, Organization',
  }
  const lines = Object.entries(values).map(([name, value]) => `Set($${name}, '${value}');\n`)
  // Its own port is none of the usual ones, and every start has another.
  return `${lines.join('')}Set($LogToSyslog, undef);\nSet($RestrictReferrer, 0);\n1;\n`
}

const SEED = `
use strict; use warnings;
use JSON; use MIME::Entity; use RT; RT::LoadConfig(); RT::Init();
my $root = RT::CurrentUser->new('root'); $root->Load('root');
local $/; open(my $file, '<', $ARGV[0]) or die; my $given = decode_json(<$file>);
sub letter { MIME::Entity->build(Type => 'text/plain', Subject => 'Help', @_) }
sub user { my ($made, $why) = RT::User->new($root)->Create(Privileged => 0, @_); die $why unless $made }
sub ticket {
  my ($requestor) = @_;
  my $ticket = RT::Ticket->new($root);
  my ($made, undef, $why) = $ticket->Create(Queue => 'General', Subject => "Help for $requestor", Requestor => [$requestor],
    MIMEObj => letter(Data => ['Please call.']));
  die $why unless $made;
  return $ticket;
}
my ($writer, $quoted) = @{$given->{decoys}}{'writer', 'quoted'};
user(Name => 'colleague', RealName => 'Quentin Quick', EmailAddress => $writer);
for my $one (@{$given->{people}}) {
  my ($account) = split /@/, $one->{email};
  user(Name => $account, RealName => $one->{name}, EmailAddress => $one->{email}, WorkPhone => $one->{phone},
    Organization => $one->{company});
  my ($done, $why) = ticket($account)->Correspond(MIMEObj => letter(From => $writer,
    Data => ["Quoted <$quoted> wrote:\\n> Call me, not <$writer>.\\n"]));
  die $why unless $done;
}
my $walkIn = $given->{walkIn};
user(Name => $walkIn->{account}, RealName => $walkIn->{name});
ticket($walkIn->{account});
`
