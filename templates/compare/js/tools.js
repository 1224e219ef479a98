// @ts-check
/* What is done with a comparison: copy its link, save it as one file, print it, cite it. */

/** @param {Choice} choice  how to cite what is shown, in plain words */
function citation(choice) {
  const { series, registry, edition, topics } = profilegen.data;
  const topic = topics.find(([key]) => key === choice.topic)?.[1].toLowerCase();
  const on = topic ? fill(say.on, { topics: topic }) : "";
  const profiles = choice.economies.map((code) => fill(say.cited_profile, place(code))).join("; ");
  const address = published();
  const copy = fill(say.cited_edition, { edition, where: address && fill(say.cited_address, { address }) });
  return fill(say.cited, { compared: titled(choice), on }) + series + fill(say.cited_dates, { profiles, registry, copy });
}

/** @param {Choice} choice  its economies and what is compared of them */
function titled(choice) {
  const what = choice.economies.map((code) => place(code).name).join(", ");
  return fill(say.compared, { what, sections: fill(say.section, { number: choice.section }) });
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
  const address = published();
  const about = escaped(citation(choice));
  main.innerHTML = [
    fill(marks.kicker, { words: escaped(element("crumb").textContent ?? "") }),
    element("sentence").outerHTML,
    element("legend").outerHTML,
    element("table").innerHTML,
    fill(marks.colophon, {
      ...say,
      cite: about,
      digest: "",
      reading: element("reading").innerHTML,
      more: address && fill(marks.aside, { words: escaped(fill(say.made_from, { address })) }),
    }),
  ].join("");
  for (const a of main.querySelectorAll("a")) {
    const href = a.getAttribute("href") ?? "";
    if (href.startsWith("#") || /^https?:/.test(href)) continue;
    if (location.protocol === "file:") a.replaceWith(...a.childNodes);
    else a.href = a.href.toString();
  }
  return fill(marks.file, {
    title: escaped(document.title),
    about,
    style: element("comparison-style").textContent ?? "",
    signs: element("signs").innerHTML,
    main: main.innerHTML,
  });
}

function save() {
  const choice = chosen();
  const anchor = document.createElement("a");
  const url = URL.createObjectURL(new Blob([oneFile()], { type: "text/html" }));
  anchor.href = url;
  const name = fill(say.file_name, { codes: choice.economies.join("-"), number: choice.section, topic: choice.topic });
  const stem = name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/-$/, "");
  anchor.download = `${stem}.html`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  tell(fill(say.saved, { name: anchor.download }));
}

function toolEvents() {
  const does = {
    copy: () => copy(link(), say.link_copied),
    save,
    print: () => print(),
    cite: () => element("cite-title").focus(),
    "copy-citation": () => copy(citation(chosen()), say.citation_copied),
  };
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-does]") : null;
    if (!(button instanceof HTMLElement)) return;
    const name = button.dataset.does;
    if (name && name in does) does[/** @type {keyof typeof does} */ (name)]();
  });
}
