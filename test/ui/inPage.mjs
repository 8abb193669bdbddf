// @ts-nocheck: these run in the page, whose types would hide mistakes everywhere else if the project loaded them.

/**
 * Where a text of the active editor is shown; null where it is not. The editor shows spaces as no-break ones and
 * breaks a line into spans.
 * @param {string} text
 * @returns {{ x: number, y: number, width: number, height: number } | null} in CSS pixels
 */
export function findInEditor(text) {
  for (const line of document.querySelectorAll(".editor-group-container.active .view-line")) {
    const start = line.textContent.replaceAll("\u00a0", " ").indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let reached = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent.length;
      if (start >= reached && start < reached + length) range.setStart(node, start - reached);
      if (start + text.length <= reached + length) {
        range.setEnd(node, start + text.length - reached);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      reached += length;
    }
  }
  return null;
}

/**
 * The colour of what is shown at a point.
 * @param {{ x: number, y: number }} point
 * @returns {string}
 */
export function colourAt({ x, y }) {
  return getComputedStyle(document.elementFromPoint(x, y)).color;
}

/**
 * How the editor underlines what is shown at a point by a decoration, as CSS names it; null where it does not. Such
 * decorations lie behind the text.
 * @param {{ x: number, y: number }} point
 * @returns {string | null}
 */
export function underlineAt({ x, y }) {
  for (const decoration of document.querySelectorAll(".editor-group-container.active .view-overlays .cdr")) {
    const { left, right, top, bottom } = decoration.getBoundingClientRect();
    const style = getComputedStyle(decoration);
    const isHere = left <= x && x < right && top <= y && y < bottom;
    if (isHere && style.borderBottomWidth !== "0px") return style.borderBottomStyle;
  }
  return null;
}

/**
 * The pictures that elements have for a background.
 * @param {Element[]} elements
 * @returns {string[]}
 */
export function backgroundsOf(elements) {
  return elements.map((element) => getComputedStyle(element).backgroundImage);
}

/**
 * What a screen reader is told of elements instead of their text.
 * @param {Element[]} elements
 * @returns {string[]}
 */
export function labelsOf(elements) {
  return elements.flatMap((element) => element.getAttribute("aria-label") ?? []);
}

/**
 * Whether a picture is there to be seen.
 * @param {HTMLImageElement} image
 * @returns {boolean}
 */
export function isLoaded(image) {
  return image.complete && image.naturalWidth > 0 && image.offsetWidth > 0;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function isInClipboard(text) {
  return (await navigator.clipboard.readText()) === text;
}

/** @param {string} text */
export function writeToClipboard(text) {
  return navigator.clipboard.writeText(text);
}

/**
 * Whether something in an element of the kind has the focus.
 * @param {string} selector
 */
export function hasFocus(selector) {
  return Boolean(document.activeElement?.closest(selector));
}
