// @ts-check
/* Figures side by side, as view/comparison/figures.py lays them: a part that two columns have stands
   in both, marked where they are unlike; the total has its own line before them; parts that one has
   alone are summed up. */

/** @typedef {Map<string, FigureData[]>} Strands  figures by whose and of which part, the latest first */

const UNSTATED = "not stated"; // the period of a figure; two such are not known to be the same

/**
 * Rows of the indicators of which a column has figures in the section.
 * @param {Choice} choice
 * @returns {Row[]}
 */
function byIndicator(choice) {
  const own = choice.economies.map((code) => profilegen.figures[`${code}-${choice.section}`]);
  if (!own.some(Boolean)) return [];
  const rows = [];
  for (const [key, title, detail, topics] of profilegen.measures.rows) {
    const bundles = own.map((one) => one?.own[key]);
    if (!bundles.some(Boolean) || (choice.topic && !topics.includes(choice.topic))) continue;
    const cells = sideBySide(bundles, own).map((cell, at) => cell ?? without(key, choice, at));
    rows.push(counted({ key, title, detail, topics, places: [], cells }));
  }
  return rows.sort((a, b) => b.share - a.share);
}

/**
 * The cell of an economy without figures of an indicator in the section.
 * @param {string} key
 * @param {Choice} choice
 * @param {number} at
 */
function without(key, choice, at) {
  const { sections } = profilegen.columns[choice.economies[at]];
  const other = Object.keys(sections).find((number) => sections[number].measured?.includes(key));
  if (other) {
    const html = `<p class="fact listed"><i data-s=pointer></i>Recorded in section ${other}</p>`;
    return cellOf(["listed", `in:${other}`, html, [], 0]);
  }
  const silent = ["not_researched", "missing"].includes(sections[choice.section].state);
  return cellOf(silent ? profilegen.measures.unknown : profilegen.measures.none);
}

/**
 * @param {(BundleData[] | undefined)[]} bundles
 * @param {MeasuredData[]} own
 * @returns {(Cell | null)[]}
 */
function sideBySide(bundles, own) {
  /** @type {Strands[]} */
  const strands = bundles.map(
    (column) =>
      new Map(
        column?.flatMap(([whose, , list]) =>
          list.map(([part, figures]) => /** @type {const} */ ([`${whose}\n${part}`, figures])),
        ),
      ),
  );
  const first = bundles.findIndex(Boolean);
  return bundles.map((column, at) => {
    if (!column) return null;
    const shown = column.flatMap(([whose, total, list, brief]) => {
      const mark = at === first ? "" : apart(whose, letter(first), bundles[first] ?? []);
      const lines = list.filter(
        ([part]) => !brief || !part || count(strands, (mine) => mine.has(`${whose}\n${part}`)) > 1,
      );
      const rest = brief && !lines.some(([part]) => part) ? [measured(brief, mark, 0)] : [];
      const left = rest.length ? 0 : total - lines.length;
      const told = lines.map(([part], line) => {
        const key = `${whose}\n${part}`;
        const base = strands.findIndex((mine) => mine.has(key));
        const figure = picked(strands, key, at, own);
        const marks = base === at ? "" : unlike(picked(strands, key, base, own)[1], figure[1]);
        const said = base === at ? mark : marks && `Unlike ${letter(base)} in ${marks}`;
        return measured(figure[0], said, line === lines.length - 1 ? left : 0);
      });
      return [...told, ...rest];
    });
    const before = profilegen.columns[own[at].code].sections[own[at].section].notes.length;
    const html = `<ul class="measures">${shown.join("")}</ul>`.replace(
      /data-n=(\d+)/g, // the figures' notes follow those of the section
      (_, number) => `data-n=${Number(number) + before}`,
    );
    const said = html.replace(/<p class="unlike">.*?<\/p>|<sup.*?<\/sup>|<[^>]*>/g, "");
    return cellOf(["listed", `in:${said}`, html, [], 0]);
  });
}

/**
 * Why figures have none in the base's column to stand beside.
 * @param {string} whose
 * @param {string} base
 * @param {BundleData[]} column
 */
function apart(whose, base, column) {
  if (column.some(([known]) => known === whose)) return `Not comparable with ${base}: another part`;
  if (whose) return "Of another economy or group";
  return `The figures of ${base} are of another economy or group`;
}

/**
 * The figure of the one period chosen for all columns that have the part, or the latest: a period
 * for which all have a figure before one for which some have; of those the latest.
 * @param {Strands[]} strands
 * @param {string} key
 * @param {number} at
 * @param {MeasuredData[]} own
 * @returns {[html: string, traits: Trait[]]}
 */
function picked(strands, key, at, own) {
  const lists = strands.map((mine, column) =>
    (mine.get(key) ?? []).map(
      ([html, traits]) =>
        /** @type {[string, Trait[]]} */ ([html, traits === undefined ? [] : own[column].traits[traits]]),
    ),
  );
  const having = lists.filter((list) => list.length);
  /** @type {(string | null)[]} */
  const chosen = [null, null]; // all have a figure for the first, some for the second
  for (const [, [trait]] of having.length > 1 ? having[0] : []) {
    const period = trait[1];
    const found = having.map((list) => list.find(([, [other]]) => other[1] === period));
    if (period === UNSTATED || !found.every(Boolean)) continue;
    const gaps = count(found, (one) => one?.[1][1][1] === "True");
    if (gaps < found.length) chosen[gaps ? 1 : 0] ??= period;
  }
  const wanted = chosen[0] ?? chosen[1];
  return lists[at].find(([, [trait]]) => wanted && trait[1] === wanted) ?? lists[at][0];
}

/**
 * In what a figure differs from the one it is set beside, besides its value.
 * @param {Trait[]} base
 * @param {Trait[]} other
 */
function unlike(base, other) {
  return other
    .flatMap(([name, value, told], at) => {
      const [, before, said] = base[at];
      if (name === "period" && [value, before].includes(UNSTATED))
        return [value === UNSTATED ? "period (not stated)" : "period"];
      if (value === before || value === null || before === null) return [];
      return told && said && told !== said ? [`${name}: ${told}, not ${said}`] : [name];
    })
    .join("; ");
}

/**
 * A line of a cell.
 * @param {string} amount
 * @param {string} mark
 * @param {number} left  parts that do not stand here
 */
function measured(amount, mark, left) {
  const said = mark && `<p class="unlike">${escaped(mark)}</p>`;
  const more = left ? `<p class="from">and ${several(left, "other part")}, on the page of figures</p>` : "";
  return `<li class="measure">${amount}${said}${more}</li>`;
}
