// @ts-check
/* Rows laid out as templates/compare/_table.html lays them out, so that one style serves both. */

/** @param {number} at */
const letter = (at) => "ABCD"[at];

/** @param {string} state */
const sign = (state) => `<svg class="sign" aria-hidden="true"><use href="#sign-${state}"/></svg>`;

/**
 * A cell's HTML with its signs drawn and its notes called by their column's letter.
 * @param {string} html
 * @param {number} at
 * @param {Map<number, boolean>} calls  notes that were called, filled on the way
 */
function finished(html, at, calls) {
  return html
    .replace(/<i data-s=(\w+)><\/i>/g, (_, state) => sign(state))
    .replace(/<sup data-n=(\d+)><\/sup>/g, (_, number) => {
      const label = `${letter(at)}${number}`;
      const id = calls.has(Number(number)) ? "" : ` id="ref-${label}"`;
      calls.set(Number(number), true);
      return `<sup class="call"><a href="#fn-${label}"${id} role="doc-noteref" aria-label="Note ${label}">${label}</a></sup>`;
    });
}

/**
 * How much older a column is than the newer ones, in words; nothing below six months.
 * @param {Choice} choice
 * @param {number} at
 */
function age(choice, at) {
  const months = choice.economies.map((code) => place(code).month - place(choice.economies[at]).month);
  const newer = months.filter((month) => month >= 6);
  if (!newer.length) return "";
  const letters = months.flatMap((month, other) => (month >= 6 ? [letter(other)] : []));
  const spread = new Set(newer).size > 1 ? "up to " : "";
  const columns = letters.length > 1 ? "columns" : "column";
  return `${spread}${Math.max(...newer)} months older than ${columns} ${listed(letters)}`;
}

/**
 * How far a profile is, and when it was last brought up to date: nothing is "reviewed of".
 * @param {string} status
 * @param {string} updated
 */
function dated(status, updated) {
  return status.toLowerCase() === "draft" ? `${status} of ${updated}` : `${status}, updated ${updated}`;
}

/**
 * @param {Choice} choice
 * @param {number} at
 */
function headHtml(choice, at) {
  const one = place(choice.economies[at]);
  const { checked } = profilegen.columns[one.code].sections[choice.section];
  const status = one.status[0].toUpperCase() + one.status.slice(1);
  const native = one.native
    ? ` <bdi class="native" lang="${escaped(one.native[1])}">${escaped(one.native[0])}</bdi>`
    : "";
  const stood =
    checked === `checked ${one.updated}`
      ? `${status}, updated and checked ${one.updated}`
      : `${dated(status, one.updated)}${checked ? ", " : ""}${checked}`;
  const old = age(choice, at);
  return `<th scope="col" class="column"><p class="name"><span class="letter">${letter(at)}</span> ${escaped(one.name)}${native}</p><p class="standing">${escaped(stood)}</p>${old ? `<p class="age">${sign("age")}${old}</p>` : ""}</th>`;
}

/**
 * The table of a choice, its legend, and the registry's line.
 * @param {Choice} choice
 * @param {Joined} joined
 * @param {Row[]} rows
 * @param {Row[]} figures
 */
function tableHtml(choice, joined, rows, figures) {
  const { noun, number } = joined.part;
  const codes = choice.economies;
  const calls = codes.map(() => new Map());
  /** @param {Cell[]} cells */
  const row = (cells) =>
    cells
      .map((cell, at) => `<td><span class="code">${codes[at]}</span>${finished(cell.html, at, calls[at])}</td>`)
      .join("");
  const none = cellOf(["none", "", `<p class="fact none">${'<i data-s=none></i>'}No text</p>`, [], 0]);
  let body = "";
  if (choice.show === "all" && !choice.find && joined.text.some(Boolean)) {
    const label = number === 7 ? "Text and counts" : "Text";
    body += `<tbody class="words"><tr><th scope="row">${label}</th>${row(joined.text.map((cell) => cell ?? none))}</tr></tbody>`;
  }
  const groups = grouped(rows, codes.length);
  if (figures.length) groups.push({ title: "Figures, by indicator", rows: figures });
  for (const group of groups) {
    body += `<tbody><tr class="group"><th scope="rowgroup" colspan="${codes.length + 1}">${group.title}: ${group.rows.length}</th></tr>`;
    for (const one of group.rows) {
      const detail = one.detail ? `<p class="from">${escaped(one.detail)}</p>` : "";
      body += `<tr class="row" data-key="${escaped(one.key)}"><th scope="row"><p class="title">${one.title}</p>${detail}</th>${row(one.cells)}</tr>`;
    }
    body += "</tbody>";
  }
  if (!body) body = `<tbody><tr class="row"><td colspan="${codes.length + 1}">No row is left. Show all, or clear the search.</td></tr></tbody>`;
  const heads = codes.map((_, at) => headHtml(choice, at)).join("");
  const what = `<th scope="col" class="what">${noun[0].toUpperCase()}${noun.slice(1)}</th>`;
  const by = noun === "topic" ? "by-topic" : "by-record";
  return `<table class="compare n${codes.length} ${by}"><thead><tr>${what}${heads}</tr></thead>${body}${notesHtml(choice, calls)}</table>${registryHtml(joined, rows)}`;
}

/**
 * The notes that the table calls, under their columns.
 * @param {Choice} choice
 * @param {Map<number, boolean>[]} calls
 */
function notesHtml(choice, calls) {
  if (!calls.some((own) => own.size)) return "";
  const lists = choice.economies.map((code, at) => {
    const notes = [
      ...profilegen.columns[code].sections[choice.section].notes,
      ...(profilegen.figures[`${code}-${choice.section}`]?.notes ?? []),
    ];
    const items = [...calls[at].keys()]
      .sort((a, b) => a - b)
      .map((n) => `<li id="fn-${letter(at)}${n}"><span class="n">${letter(at)}${n}</span> ${notes[n - 1]}</li>`);
    return `<td>${items.length ? `<ol class="column-notes">${items.join("")}</ol>` : ""}</td>`;
  });
  return `<tbody class="foot"><tr class="endnotes"><th scope="row">Notes</th>${lists.join("")}</tr></tbody>`;
}

/**
 * Where the registry's facts of these rows were seen.
 * @param {Joined} joined
 * @param {Row[]} rows
 */
function registryHtml(joined, rows) {
  const seen = new Set(rows.flatMap((row) => row.places));
  if (!joined.part.registry || !seen.size) return "";
  const { places } = profilegen.rows[joined.part.number];
  const told = [...seen].map((at) => places[at]).join("; ");
  return `<p class="remark">${escaped(`${joined.part.registry}: ${told}.`)}</p>`;
}

/**
 * The signs that stand in the rows.
 * @param {Row[]} rows
 * @param {Row[]} figures  they bear a sign only where there are none
 */
function legendHtml(rows, figures) {
  const found = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.state)));
  for (const { html } of figures.flatMap((row) => row.cells)) {
    const shape = html.match(/data-s=(\w+)/)?.[1];
    if (shape) found.add(shape);
  }
  for (const html of rows.flatMap((row) => row.cells.map((cell) => cell.html)))
    for (const [, state] of html.matchAll(/<i data-s=(draft|pointer)>/g)) found.add(state);
  return Object.entries(profilegen.data.said)
    .filter(([state]) => found.has(state))
    .map(([state, words]) => `<li>${sign(state)}${escaped(words)}</li>`)
    .join("");
}
