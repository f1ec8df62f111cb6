/** The final mixing of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Two 32-bit hashes of a text (FNV-1a over its UTF-16 units with two offsets, then MurmurHash3's mixing), the key of
 * a random stream. Not cryptographic.
 *
 * @see Fowler, Noll & Vo, FNV-1a; Appleby (2011), MurmurHash3
 */
export function hashKey(text: string): readonly [low: number, high: number] {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193);
  }
  return [mix(low), mix(high ^ text.length)];
}
