// @ts-check
/* What the data scripts hand over, and how one is loaded when it is needed: a page opened from disk
   may load classic scripts and nothing else. */

/** @typedef {[state: string, token: string, html: string, topics: string[], listed: number]} CellData */
/** @typedef {[topics: string[], html: string, points: string, draft: number]} ItemData */
/**
 * @typedef {object} SectionData
 * @property {string} state
 * @property {string} stood  how far the profile is, and when it and the section were last checked
 * @property {CellData | null} text
 * @property {CellData} rest  the cell of a topic on which the section has nothing
 * @property {ItemData[]} items
 * @property {Record<string, number>} cells  places in the pool, by row
 * @property {string[]} [measured]  indicators of which it has figures, in a script of their own
 * @property {string[]} notes
 */
/** @typedef {{code: string, sections: Record<string, SectionData>, pool: CellData[]}} ColumnData */
/** @typedef {[name: string, value: string | null, told?: string]} Trait */
/** @typedef {[html: string, traits?: number]} FigureData */
/** @typedef {[whose: string, total: number, strands: [part: string, figures: FigureData[]][], brief: string]} BundleData */
/** @typedef {{code: string, section: number, own: Record<string, BundleData[]>, traits: Trait[][], notes: string[]}} MeasuredData */
/** @typedef {{rows: [key: string, title: string, detail: string, topics: string[]][], gaps: Record<string, CellData>, elsewhere: Record<string, CellData>}} IndicatorsData */
/** What is said of none, of one and of more. @typedef {[none: string, one: string, many: string]} CountedData */
/** Rows in which so many columns have a part. @typedef {{low: number, high: number, title: string, said: CountedData | null}} ShareGroup */
/** @typedef {{crumb: string, what: string, text: string, nothing: string, by: string, records: boolean, groups: Record<string, ShareGroup[]>, between?: CountedData}} SectionWords */
/** @typedef {{wide: number, least: number, age: number, first: number, letters: string[], inside: string[], listed: string, entered: string, unknown: string, opposite: string[], period: string, unstated: string, gap: [name: string, value: string]}} Rules */
/**
 * @typedef {object} WordsData
 * @property {Record<string, string>} say
 * @property {Record<string, CountedData>} counted
 * @property {Record<string, string>} traits  what a difference between figures is called
 * @property {string[]} room
 * @property {Rules} rules
 * @property {Record<string, SectionWords>} sections
 * @property {Record<string, string>} marks
 */
/** @typedef {[key: string, title: string, detail: string, rest: number, topics: string[], places: number[]]} HeadData */
/** @typedef {{section: number, rows: HeadData[], rests: CellData[], places: string[]}} HeadsData */
/** @typedef {{code: string, name: string, article: string, native: [text: string, language: string] | null, updated: string, dated: string, month: number}} Place */
/** @typedef {{number: number, label: string, registry: string}} Part */
/**
 * @typedef {object} BoardData
 * @property {string} edition
 * @property {string} series
 * @property {string} registry  date of the registries, in words
 * @property {string} licence
 * @property {string} address  where the series is published, or nothing
 * @property {Place[]} places
 * @property {Part[]} parts
 * @property {[key: string, name: string, address: string][]} topics  address of its entries
 * @property {Record<string, string>} said  the legend
 * @property {CellData} no_text
 */

const profilegen = {
  .../** @type {WordsData} */ ({}), // filled by words.js, which is loaded before anything is done
  /** @type {BoardData} */
  // @ts-expect-error filled by board.js, which is loaded before anything is done
  data: undefined,
  /** @type {Record<string, ColumnData>} */
  columns: {},
  /** @type {Record<number, HeadsData>} */
  rows: {},
  /** @type {Record<string, MeasuredData>} */
  figures: {},
  /** @type {IndicatorsData} */
  // @ts-expect-error filled by indicators.js, which is loaded before any figures are shown
  measures: undefined,

  /** @param {WordsData} data */
  words(data) {
    Object.assign(this, data);
  },
  /** @param {BoardData} data */
  board(data) {
    this.data = data;
  },
  /** @param {ColumnData} data */
  column(data) {
    this.columns[data.code] = data;
  },
  /** @param {HeadsData} data */
  heads(data) {
    this.rows[data.section] = data;
  },
  /** @param {MeasuredData} data */
  measured(data) {
    this.figures[`${data.code}-${data.section}`] = data;
  },
  /** @param {IndicatorsData} data */
  indicators(data) {
    this.measures = data;
  },
};

/** @type {Record<string, Promise<void>>} */
const loading = {};

/**
 * Load a data script once.
 * @param {string} name
 * @returns {Promise<void>}
 */
function load(name) {
  loading[name] ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `data/compare/${name}.js`;
    script.onload = () => done();
    script.onerror = () => {
      delete loading[name];
      script.remove();
      failed(new Error(name));
    };
    document.head.append(script);
  });
  return loading[name];
}

/**
 * Load what a choice needs.
 * @param {Choice} choice
 */
async function fetched(choice) {
  const { economies, section } = choice;
  const records = sections[section].records ? [`rows-${section}`] : [];
  await Promise.all([...economies, ...records].map(load));
  const measured = economies.filter((code) => profilegen.columns[code].sections[section].measured);
  if (measured.length)
    await Promise.all(["indicators", ...measured.map((code) => `${code}-${section}`)].map(load));
}

/**
 * @param {number} number
 * @returns {Part}
 */
function part(number) {
  const found = profilegen.data.parts.find((one) => one.number === number);
  if (!found) throw new Error(String(number));
  return found;
}

/**
 * @param {string} code
 * @returns {Place}
 */
function place(code) {
  const found = profilegen.data.places.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
}

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found;
}
