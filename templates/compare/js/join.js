// @ts-check
/* Columns joined into rows, as view/comparison/comparison.py joins them: a test holds the two against
   each other. Nothing is computed about an economy here; cells are laid side by side and counted. */

/** @typedef {{state: string, token: string, html: string, topics: string[], listed: boolean}} Cell */
/** @typedef {{key: string, title: string, detail: string, topics: string[], places: number[], cells: Cell[], share: number, different: boolean}} Row */
/**
 * @typedef {object} Joined
 * @property {Part} part
 * @property {(Cell | null)[]} text
 * @property {Row[]} rows
 * @property {Row[]} figures  by indicator
 * @property {number[]} shared  rows by the number of columns that are in them
 * @property {number} unknown
 * @property {number} between
 */

const INSIDE = ["listed", "known", "signed"];
const NUMBERS = ["no", "one", "two", "three", "four"];

/**
 * @param {CellData} data
 * @returns {Cell}
 */
function cellOf([state, token, html, topics, listed]) {
  return { state, token, html, topics, listed: Boolean(listed) };
}

/**
 * Join the columns of a choice; show and find are left to `filtered`.
 * @param {Choice} choice
 * @returns {Joined}
 */
function join(choice) {
  const columns = choice.economies.map((code) => profilegen.columns[code]);
  const own = columns.map((column) => column.sections[choice.section]);
  const kind = part(choice.section);
  const rows = kind.noun === "topic" ? byTopic(choice, own) : byRecord(choice, columns);
  rows.sort((a, b) => b.share - a.share); // stable: the order within a share stays
  const cells = rows.flatMap((row) => row.cells);
  return {
    part: kind,
    text: choice.topic ? [] : own.map((section) => section.text && cellOf(section.text)),
    rows,
    figures: byIndicator(choice),
    shared: Array.from({ length: columns.length + 1 }, (_, n) => count(rows, (row) => row.share === n)),
    unknown: count(cells, (cell) => cell.state === "unknown"),
    between: count(rows, (row) => opposed(row.cells)),
  };
}

/**
 * @template T
 * @param {T[]} list
 * @param {(item: T) => boolean} test
 */
const count = (list, test) => list.filter(test).length;

/**
 * @param {Omit<Row, "share" | "different">} row
 * @returns {Row}
 */
function counted(row) {
  return {
    ...row,
    share: count(row.cells, (cell) => INSIDE.includes(cell.state)),
    different: new Set(row.cells.map((cell) => cell.token)).size > 1,
  };
}

/**
 * @param {Choice} choice
 * @param {ColumnData[]} columns
 * @returns {Row[]}
 */
function byRecord(choice, columns) {
  const heads = profilegen.rows[choice.section];
  const rows = [];
  for (const [key, title, detail, rest, topics, places] of heads.rows) {
    const own = columns.map((column) => {
      const { cells } = column.sections[choice.section];
      return Object.hasOwn(cells, key) ? cellOf(column.pool[cells[key]]) : null;
    });
    if (!own.some(Boolean)) continue;
    const cells = own.map((cell) => cell ?? cellOf(heads.rests[rest]));
    const disputed = part(choice.section).noun === "dispute";
    if (disputed && !opposed(cells) && !own.some((cell) => cell?.listed)) continue;
    const about = [...topics, ...cells.flatMap((cell) => cell.topics)];
    if (choice.topic && !about.includes(choice.topic)) continue;
    rows.push(counted({ key, title, detail, topics: about, places, cells }));
  }
  return rows;
}

/** @param {Cell[]} cells */
function opposed(cells) {
  const sides = cells.map((cell) => cell.token);
  return sides.includes("in:complainant") && sides.includes("in:respondent");
}

/**
 * An entry stands under its first topic, or under the chosen one; its others point there.
 * @param {Choice} choice
 * @param {SectionData[]} own
 * @returns {Row[]}
 */
function byTopic(choice, own) {
  const rows = [];
  for (const [key, name, address] of profilegen.data.topics) {
    if (choice.topic && key !== choice.topic) continue;
    const lists = own.map((section) => section.items.filter(([topics]) => topics.includes(key)));
    if (!lists.some((list) => list.length)) continue;
    const cells = lists.map((list, at) => {
      if (!list.length) return cellOf(own[at].rest);
      const html = list.map(([topics, full, points]) =>
        choice.topic || topics[0] === key ? full : points,
      );
      return cellOf(["listed", "in", `<ul class="items">${html.join("")}</ul>`, [], 1]);
    });
    const title = address ? `<a href="${address}">${escaped(name)}</a>` : escaped(name);
    rows.push(counted({ key, title, detail: "", topics: [key], places: [], cells }));
  }
  return rows;
}

/**
 * Text as it may stand in HTML, between tags or in a quoted attribute.
 * @param {string} text
 */
function escaped(text) {
  const box = document.createElement("div");
  box.textContent = text;
  return box.innerHTML.replaceAll('"', "&quot;");
}

/**
 * Rows as `show` and `find` want them.
 * @param {Row[]} rows
 * @param {Choice} choice
 */
function filtered(rows, choice) {
  const wanted = folded(choice.find);
  return rows.filter(
    (row) =>
      (choice.show === "all" || (choice.show === "shared" ? row.share > 1 : row.different)) &&
      (!wanted || heard(row).includes(wanted)),
  );
}

/**
 * All words of a row, as a search compares them.
 * @param {Row} row
 */
function heard(row) {
  const box = new DOMParser().parseFromString(
    [row.title, escaped(row.detail), ...row.cells.map((cell) => cell.html)].join(" "),
    "text/html",
  );
  return folded(box.body.textContent ?? "");
}

/** @param {string} text */
const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/**
 * Rows in groups: in all columns, in some, in one, in none for certain.
 * @param {Row[]} rows
 * @param {number} wide
 * @returns {{title: string, rows: Row[]}[]}
 */
function grouped(rows, wide) {
  /** @type {[string, number, number][]} */
  const spans = [[wide === 2 ? "In both" : `In all ${NUMBERS[wide]}`, wide, wide]];
  if (wide === 3) spans.push(["In two", 2, 2]);
  if (wide === 4) spans.push(["In two or three", 2, 3]);
  spans.push(["In one only", 1, 1], ["In none for certain", 0, 0]);
  return spans
    .map(([title, low, high]) => ({
      title,
      rows: rows.filter((row) => row.share >= low && row.share <= high),
    }))
    .filter((group) => group.rows.length);
}

/** @param {string[]} words */
function listed(words) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/**
 * @param {number} n
 * @param {string} one
 */
const several = (n, one) => (n === 1 ? `1 ${one}` : `${n} ${one}s`);

/**
 * @param {number} n
 * @param {string} one
 */
const some = (n, one) => (n ? several(n, one) : `no ${one}`);

/**
 * The sentence, in two parts: who, and what is shared.
 * @param {Choice} choice
 * @param {Joined} joined
 * @returns {[string, string]}
 */
function sentence(choice, joined) {
  const who = listed(choice.economies.map((code) => place(code).article));
  return [`${who[0].toUpperCase()}${who.slice(1)}:`, `${said(joined, choice.economies.length)}.`];
}

/**
 * @param {Joined} joined
 * @param {number} wide
 */
function said({ part: { noun }, rows, shared, unknown, between }, wide) {
  const rest = unknown ? `; ${several(unknown, "cell")} unknown` : "";
  if (!rows.length) return `no ${noun} to compare`;
  if (noun === "dispute") {
    const more = rows.length - between;
    return `${some(between, noun)} between them${more ? `, ${more} more listed` : ""}${rest}`;
  }
  const parts = [`${some(shared[wide], noun)} shared by ${wide === 2 ? "both" : "all"}`];
  if (wide === 3) parts.push(`${shared[2] || "none"} by two`);
  if (wide > 3) parts.push(`${shared.slice(2, wide).reduce((a, b) => a + b, 0) || "none"} by some`);
  parts.push(`${shared[1] || "none"} in one only`);
  return parts.join(", ") + rest;
}
