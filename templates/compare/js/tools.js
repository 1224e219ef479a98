// @ts-check
/* What is done with a comparison: copy its link, save it as one file, print it, cite it. */

/** @param {Choice} choice  how to cite what is shown, in plain words */
function citation(choice) {
  const { series, registry, edition, topics } = profilegen.data;
  const names = choice.economies.map((code) => place(code).name).join(", ");
  const topic = topics.find(([key]) => key === choice.topic)?.[1].toLowerCase();
  const on = topic ? `, on ${topic}` : "";
  const dates = choice.economies
    .map(place)
    .map((one) => `${one.name}, ${dated(one.status, one.updated)}`)
    .join("; ");
  const address = published();
  const where = address ? ` <${address}>` : "";
  return `\u2018${names}: section ${choice.section} compared${on}\u2019, ${series} (${dates}; registry as of ${registry}), edition ${edition}${where}.`;
}

/**
 * The address to cite. Opened from disk, a page has the one of its series or none: the path of a
 * file leads no other reader anywhere, and names a folder of this one.
 */
function published() {
  if (/^https?:/.test(location.protocol)) return link();
  const { address } = profilegen.data;
  return /^https?:/.test(address) ? `${address.replace(/\/$/, "")}/compare.html${written(chosen())}` : "";
}

/**
 * @param {string} text
 * @param {string} done
 */
async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea"); // no clipboard without a server: select it
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  tell(done);
}

/** @param {string} words */
function tell(words) {
  const status = element("status");
  status.textContent = "";
  setTimeout(() => (status.textContent = words), 50);
}

/** The address of what is shown. */
const link = () => location.href.split("#")[0] + written(chosen());

/** What is shown, as one file with its style and without scripts. */
function oneFile() {
  const choice = chosen();
  const main = document.createElement("main");
  main.className = "page";
  const address = published();
  const from = address ? `<p class="from">Made from ${escaped(address)}</p>` : "";
  const kicker = `<p class="kicker">${escaped(element("crumb").textContent ?? "")}</p>`;
  main.innerHTML = `${kicker}${element("sentence").outerHTML}${element("legend").outerHTML}${element("table").innerHTML}<div class="colophon"><h2>Cite this comparison</h2><p>${escaped(citation(choice))}</p><h2>How to read it</h2>${element("reading").innerHTML}${from}</div>`;
  for (const a of main.querySelectorAll("a")) {
    const href = a.getAttribute("href") ?? "";
    if (href.startsWith("#") || /^https?:/.test(href)) continue;
    if (location.protocol === "file:") a.replaceWith(...a.childNodes);
    else a.href = a.href.toString();
  }
  const style = element("comparison-style").textContent;
  const title = escaped(document.title);
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>\n${element("signs").innerHTML}\n${main.outerHTML}\n</body>\n</html>\n`;
}

function save() {
  const choice = chosen();
  const anchor = document.createElement("a");
  const url = URL.createObjectURL(new Blob([oneFile()], { type: "text/html" }));
  anchor.href = url;
  const parts = [...choice.economies, "section", choice.section, choice.topic];
  anchor.download = `${parts.filter(Boolean).join("-").replace(/[^\p{L}\p{N}]+/gu, "-")}.html`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  tell(`Saved as ${anchor.download}.`);
}

function toolEvents() {
  const does = {
    copy: () => copy(link(), "The link is copied."),
    save,
    print: () => print(),
    cite: () => element("cite-title").focus(),
    "copy-citation": () => copy(citation(chosen()), "The citation is copied."),
  };
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-does]") : null;
    if (!(button instanceof HTMLElement)) return;
    const name = button.dataset.does;
    if (name && name in does) does[/** @type {keyof typeof does} */ (name)]();
  });
}
