/** The workbench's page before its script fills it. @module */

/** The page, which loads its one script. */
export function pageOfBench(script: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Workbench</title>
<link rel="stylesheet" href="style.css">
<body>
<header>
  <div class="name"><h1 id="name">Workbench</h1><p id="about"></p></div>
  <div class="tools" id="tools"></div>
  <nav aria-label="Parts"><a href="#forms">Forms</a> <a href="#actions">Actions</a> <a href="#checks">Checks</a></nav>
</header>
<p id="problem" role="alert" hidden></p>
<main>
  <section id="forms" aria-label="What is filled in"></section>
  <section id="actions" aria-label="What the actions give"></section>
  <section id="checks" aria-label="What the checks say"></section>
</main>
<p id="said" role="status"></p>
<noscript>The workbench needs JavaScript.</noscript>
<script type="module" src="${script}"></script>
</body>
</html>
`
}
