/**
 * An English sentence of the product and its Urdu. `{name:kind}` is a slot: what stands there must be of that kind (a
 * primitive of `slots.ts` or a section of the phrasebook) and is said in Urdu where the Urdu names it.
 */
export type Phrase = readonly [english: string, urdu: string];

/** Phrases by the kind of thing they say; a kind may be used as a slot of any other. */
export type Phrasebook = Readonly<Record<string, readonly Phrase[]>>;

type Part = { readonly literal: string } | { readonly slot: string; readonly kind: string };

/** A phrase ready to be recognised. */
export interface CompiledPhrase {
  readonly parts: readonly Part[];
  readonly urdu: string;
}

/** What a slot of a kind says in Urdu; null where the text is not of that kind. */
export type SayKind = (kind: string, english: string) => string | null;

const slotPattern = /\{(\w+):(\w+)\}/g;

/** @throws RangeError when two slots touch, or the Urdu names a slot the English has not */
export function compilePhrase([english, urdu]: Phrase): CompiledPhrase {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: whole, 1: slot = '', 2: kind = '', index } of english.matchAll(slotPattern)) {
    if (index > from) parts.push({ literal: english.slice(from, index) });
    else if (from > 0) throw new RangeError(`compilePhrase requires words between two slots, got "${english}"`);
    parts.push({ slot, kind });
    from = index + whole.length;
  }
  if (from < english.length) parts.push({ literal: english.slice(from) });
  const names = new Set(parts.flatMap((part) => ('slot' in part ? [part.slot] : [])));
  for (const [, name = ''] of urdu.matchAll(/\{(\w+)\}/g)) {
    if (!names.has(name))
      throw new RangeError(`compilePhrase requires slots of the English, got {${name}} in "${urdu}"`);
  }
  return { parts, urdu };
}

/** The Urdu of a text, if the text is an instance of the phrase; null where it is not. */
export function sayPhrase({ parts, urdu }: CompiledPhrase, text: string, say: SayKind): string | null {
  if (!hasLiterals(parts, text)) return null;
  const slots = matchFrom(parts, text, say);
  return slots && urdu.replaceAll(/\{(\w+)\}/g, (_, name: string) => slots.get(name) ?? '');
}

/** A cheap look before the search: every literal in its order. */
function hasLiterals(parts: readonly Part[], text: string): boolean {
  let at = 0;
  return parts.every((part) => {
    if ('slot' in part) return true;
    const found = text.indexOf(part.literal, at);
    at = found + part.literal.length;
    return found >= 0;
  });
}

/** Tries every place a slot may end, nearest first, until all that follows fits. */
function matchFrom([part, ...rest]: readonly Part[], text: string, say: SayKind): Map<string, string> | null {
  if (!part) return text === '' ? new Map() : null;
  if ('literal' in part) {
    return text.startsWith(part.literal) ? matchFrom(rest, text.slice(part.literal.length), say) : null;
  }
  for (const end of endsOf(rest, text)) {
    const said = say(part.kind, text.slice(0, end));
    const following = said === null ? null : matchFrom(rest, text.slice(end), say);
    if (said !== null && following) return following.set(part.slot, said);
  }
  return null;
}

function* endsOf([next]: readonly Part[], text: string): Generator<number> {
  if (!next || 'slot' in next) return yield text.length;
  for (let at = text.indexOf(next.literal, 1); at >= 0; at = text.indexOf(next.literal, at + 1)) yield at;
}
