import { isolateForeign } from './isolate.ts';
import { type CompiledPhrase, compilePhrase, type Phrasebook, sayPhrase } from './phrase.ts';
import { phrasebook } from './phrasebook.ts';
import { primitives } from './slots.ts';

/** Says an English sentence of the product in Urdu; null where it is none. */
export type UrduSpeaker = (english: string) => string | null;

/** The kinds a whole text of a document may be, sentences first. */
const wholeTexts = [
  ...(['clause', 'label', 'title', 'period', 'quantity', 'method', 'word', 'series', 'model'] as const),
  'announcerName',
] as const;

/** Texts remembered: what no phrase fits is looked at piece by piece, and a page may hold anything. */
const mostRemembered = 50_000;

/**
 * Says the product's own English sentences in Urdu.
 *
 * The Urdu is a function of the English sentence and of nothing else: no number is computed, rounded or compared a second
 * time, so both languages show the same digits, direction and certainty. What is not the product's own words (a name, a
 * title, a pack's note) is not guessed at: it stands isolated inside a sentence, and is null as a text of its own.
 */
export function urduSpeaker(book: Phrasebook = phrasebook): UrduSpeaker {
  const compiled = new Map<string, readonly CompiledPhrase[]>();
  for (const [kind, phrases] of Object.entries(book)) compiled.set(kind, phrases.map(compilePhrase));
  const said = new Map<string, string | null>();
  const say = (kind: string, english: string): string | null => {
    const key = `${kind} ${english}`;
    const known = said.get(key);
    if (known !== undefined) return known;
    said.set(key, null);
    const found = sayAnew(kind, english);
    said.set(key, found);
    return found;
  };
  const sayAnew = (kind: string, english: string): string | null => {
    const primitive = primitives[kind];
    if (primitive) return primitive(english);
    for (const phrase of compiled.get(kind) ?? []) {
      const urdu = sayPhrase(phrase, english, say);
      if (urdu !== null) return urdu;
    }
    return null;
  };
  return (english) => {
    if (said.size > mostRemembered) said.clear();
    const plain = english.replaceAll('\u00a0', ' ');
    for (const kind of wholeTexts) {
      const urdu = say(kind, plain);
      if (urdu !== null) return isolateForeign(urdu);
    }
    return null;
  };
}
