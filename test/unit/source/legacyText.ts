import { decodeBytes } from "../../../server/src/source/decodeBytes.ts";

/** The bytes of a text in a single-byte encoding, by turning its decoder's table around. */
export function encodeSingleByte(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) bytes.set(decodeBytes(Uint8Array.of(byte), encoding) ?? "", byte);
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
    return byte;
  });
}
