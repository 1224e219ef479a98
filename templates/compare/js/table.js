// @ts-check
/* Rows laid out in the pieces of templates/compare/_pieces.html, as Python lays out a comparison. */

/** @param {string} state */
const sign = (state) => fill(marks.sign, { state });

/**
 * A cell's HTML with its signs drawn and its notes called by their column's letter.
 * @param {string} html
 * @param {number} at
 * @param {Set<number>} calls  notes that were called, filled on the way
 */
function finished(html, at, calls) {
  return html
    .replace(/<i data-s=(\w+)><\/i>/g, (_, state) => sign(state))
    .replace(/<sup data-n=(\d+)><\/sup>/g, (_, number) => {
      const call = calls.has(Number(number)) ? marks.call_again : marks.call;
      calls.add(Number(number));
      return fill(call, { label: `${rules.letters[at]}${number}` });
    });
}

/**
 * How much older a column is than the newer ones, in words; nothing below the age that is marked.
 * @param {Choice} choice
 * @param {number} at
 */
function age(choice, at) {
  const own = place(choice.economies[at]).month;
  const newer = choice.economies
    .map((code, other) => ({ months: place(code).month - own, letter: rules.letters[other] }))
    .filter(({ months }) => months >= rules.age);
  const months = newer.map((other) => other.months);
  return phrase(counted.older, newer.length, {
    spread: new Set(months).size > 1 ? say.up_to : "",
    months: Math.max(...months),
    letters: listed(newer.map((other) => other.letter)),
  });
}

/**
 * @param {Choice} choice
 * @param {number} at
 */
function headHtml(choice, at) {
  const one = place(choice.economies[at]);
  const old = age(choice, at);
  return fill(marks.head, {
    letter: rules.letters[at],
    name: escaped(one.name),
    native: nativeHtml(one),
    stood: escaped(profilegen.columns[one.code].sections[choice.section].stood),
    age: old && fill(marks.age, { sign: sign("age"), words: old }),
  });
}

/**
 * The table of a choice, and the registry's line.
 * @param {Choice} choice
 * @param {Joined} joined
 * @param {Row[]} rows
 * @param {Row[]} figures
 */
function tableHtml(choice, joined, rows, figures) {
  const section = sections[choice.section];
  const codes = choice.economies;
  const wide = codes.length + 1;
  const calls = codes.map(() => new Set());
  /** @param {Cell[]} cells */
  const told = (cells) =>
    cells
      .map((cell, at) => fill(marks.cell, { code: codes[at], told: finished(cell.html, at, calls[at]) }))
      .join("");
  /** @param {Row} row */
  const line = ({ key, title, detail, cells }) =>
    fill(marks.row, {
      key: escaped(key),
      title,
      detail: detail && fill(marks.aside, { words: escaped(detail) }),
      cells: told(cells),
    });
  const body = [];
  if (choice.show === "all" && !choice.find && joined.text.some(Boolean)) {
    const cells = joined.text.map((cell) => cell ?? cellOf(profilegen.data.no_text));
    body.push(fill(marks.spoken, { label: section.text, cells: told(cells) }));
  }
  const groups = grouped(rows, section.groups[codes.length]);
  if (figures.length) groups.push({ title: say.figures, rows: figures });
  for (const { title, rows: own } of groups)
    body.push(
      fill(marks.group, {
        wide,
        title: fill(say.group, { title, count: own.length }),
        rows: own.map(line).join(""),
      }),
    );
  if (!body.length) body.push(fill(marks.no_rows, { wide, words: say.no_rows }));
  body.push(notesHtml(choice, calls));
  const table = fill(marks.table, {
    n: codes.length,
    by: section.by,
    what: section.what,
    heads: codes.map((_, at) => headHtml(choice, at)).join(""),
    body: body.join(""),
  });
  return table + registryHtml(joined, rows);
}

/**
 * The notes that the table calls, under their columns.
 * @param {Choice} choice
 * @param {Set<number>[]} calls
 */
function notesHtml(choice, calls) {
  if (!calls.some((own) => own.size)) return "";
  const columns = choice.economies.map((code, at) => {
    const notes = [
      ...profilegen.columns[code].sections[choice.section].notes,
      ...(profilegen.figures[`${code}-${choice.section}`]?.notes ?? []),
    ];
    const items = [...calls[at]]
      .sort((a, b) => a - b)
      .map((n) => fill(marks.note, { label: `${rules.letters[at]}${n}`, words: ` ${notes[n - 1]}` }));
    const list = items.length ? fill(marks.list, { items: items.join("") }) : "";
    return fill(marks.notes, { before: "", list });
  });
  return fill(marks.foot, { title: say.notes, columns: columns.join("") });
}

/**
 * Where the registry's facts of these rows were seen.
 * @param {Joined} joined
 * @param {Row[]} rows
 */
function registryHtml(joined, rows) {
  const seen = new Set(rows.flatMap((row) => row.places));
  const { number, registry } = joined.part;
  if (!registry || !seen.size) return "";
  const places = [...seen].map((at) => profilegen.rows[number].places[at]).join("; ");
  return fill(marks.remark, { words: escaped(fill(say.registry, { registry, places })) });
}

/**
 * The signs that stand in the rows; entries and figures bear their own.
 * @param {Row[]} rows
 * @param {Row[]} figures  they bear a sign only where there are none
 */
function legendHtml(rows, figures) {
  const found = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.state)));
  for (const { html } of [...rows, ...figures].flatMap((row) => row.cells))
    for (const [, state] of html.matchAll(/<i data-s=(\w+)>/g)) found.add(state);
  return Object.entries(profilegen.data.said)
    .filter(([state]) => found.has(state))
    .map(([state, words]) => fill(marks.legend, { sign: sign(state), words: escaped(words) }))
    .join("");
}
