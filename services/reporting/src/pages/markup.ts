import { html as template } from 'htm/preact';
import type { VNode } from 'preact';

/** Anything a page may hold. Text is escaped when it is rendered. */
export type Markup = VNode | string | number | null | readonly Markup[];

/** A tagged template that makes a page's nodes; every interpolated text is escaped by the renderer. */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): VNode {
  return template(strings, ...values);
}

/** An SVG of our own charts room, which has escaped its labels. Never call it with text from outside. */
export function drawing(svg: string, className: string): VNode {
  return html`<div class=${className} dangerouslySetInnerHTML=${{ __html: svg }}></div>`;
}
