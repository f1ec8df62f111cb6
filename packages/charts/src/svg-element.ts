import { DOMParser } from 'linkedom';

/** An XML document without a browser, so that attributes are escaped as XML wants them. Charts only create elements in it, nothing is ever attached, so sharing it shares no state. */
// linkedom implements the part of Document that Plot uses, and its types do not claim more.
export const chartDocument = new DOMParser().parseFromString('<svg/>', 'image/svg+xml') as unknown as Document;

/** An SVG element with its attributes; text is set by the caller as text, so that labels are always escaped. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const node = chartDocument.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
