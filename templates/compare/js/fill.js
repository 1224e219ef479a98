// @ts-check
/* What Python has written is filled in: words, and the mark-up of the pieces of a page. */

const { say, counted, room, rules, sections, marks } = profilegen;

/**
 * A pattern with its parts filled in as they are: in mark-up, words are escaped before.
 * @param {string} pattern
 * @param {Record<string, unknown>} values
 */
function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => {
    if (!Object.hasOwn(values, name)) throw new Error(name);
    return String(values[name]);
  });
}

/**
 * A phrase about a number.
 * @param {CountedData} forms
 * @param {number} n
 * @param {Record<string, unknown>} [values]
 */
const phrase = (forms, n, values = {}) => fill(forms[Math.min(n, forms.length - 1)], { n, ...values });

/**
 * Text as it may stand in HTML, between tags or in a quoted attribute.
 * @param {string} text
 */
function escaped(text) {
  const box = document.createElement("div");
  box.textContent = text;
  return box.innerHTML.replaceAll('"', "&quot;");
}

/** @param {string[]} words */
function listed(words) {
  const before = words.slice(0, -1).join(", ");
  const last = words.slice(-1).join("");
  return before ? fill(say.and, { before, last }) : last;
}

/**
 * A name in its economy's own language, behind the other.
 * @param {Place} place
 */
function nativeHtml({ native }) {
  if (!native) return "";
  const [text, language] = native;
  return ` ${fill(marks.native, { text: escaped(text), language: escaped(language) })}`;
}
