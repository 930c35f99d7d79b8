import { failure, type OperationFailure } from "wsmanor/sdk";
import { codes } from "./failures.js";

/** Converts a stream of octets piece by piece; a character may be split over pieces. */
export interface Converter {
  write(octets: Uint8Array): Uint8Array;
  /** What is left of a character that did not come whole. */
  end(): Uint8Array;
}

/** Between programs, which speak UTF-8, and a client. */
export interface CodePage {
  fromPrograms(): Converter;
  toPrograms(): Converter;
}

const nothing = new Uint8Array();

const untouched: Converter = { write: (octets) => octets, end: () => nothing };

/** Octets as they are: no page was asked for, or it is the one that programs speak. */
export const untouchedPage: CodePage = { fromPrograms: () => untouched, toPrograms: () => untouched };

/** Pages whose name in the library is not `cp` and the number. UTF-16 and UTF-32 are no pages of a console. */
const otherNames: ReadonlyMap<number, string> = new Map([[20127, "ascii"], [20932, "euc-jp"], [51932, "euc-jp"], [51949, "euc-kr"], [54936, "gb18030"]]);
const gb18030 = 54936;

/** Option WINRS_CODEPAGE. @param text a Windows code page's number @returns the page, or the refusal of one that is not known */
export async function codePage(text: string): Promise<CodePage | OperationFailure> {
  const number = /^\d{1,5}$/u.test(text) ? Number(text) : 0;
  if (number === 65001) return untouchedPage;
  // The tables are large, and most hosts never need them.
  const { default: iconv } = await import("iconv-lite");
  const name = otherNames.get(number) ?? `cp${number}`;
  if (number === 0 || !iconv.encodingExists(name)) {
    return failure("invalid-options", { detail: "invalid-value", code: codes.unknownCodePage, message: `WINRS_CODEPAGE is ${JSON.stringify(text)}, which is not known here; give the number of a Windows code page such as 437, 850, 1252 or 65001, or leave the option out.` });
  }
  return {
    fromPrograms: () => {
      const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      const encoder = iconv.getEncoder(name);
      // A character beyond the first plane is two units, and would become two question marks; U+FFFD would become an octet without meaning.
      const written = (characters: string): Uint8Array => encoder.write(number === gb18030 ? characters : characters.replaceAll(/[\ufffd\u{10000}-\u{10ffff}]/gu, "?"));
      return { write: (octets) => written(decoder.decode(octets, { stream: true })), end: () => Buffer.concat([written(decoder.decode()), encoder.end() ?? nothing]) };
    },
    toPrograms: () => {
      let rest = Buffer.alloc(0);
      return {
        write: (octets) => {
          const decoded = decodeWhole(Buffer.concat([rest, octets]), () => iconv.getDecoder(name, { stripBOM: false }));
          rest = decoded.rest;
          return Buffer.from(decoded.text);
        },
        end: () => Buffer.from(iconv.decode(rest, name)),
      };
    },
  };
}

/** Octets of the longest character, but for its last. */
const longestRest = 3;

/**
 * Decodes as far as characters are whole. The library's decoder has room for a character per octet of a piece, and drops what a piece
 * completes of characters begun before it: so each piece begins with a character.
 */
function decodeWhole(octets: Buffer, newDecoder: () => { write(octets: Buffer): string; end(): string | undefined }): { readonly text: string; readonly rest: Buffer<ArrayBuffer> } {
  for (let cut = 0; cut <= Math.min(longestRest, octets.length); cut++) {
    const decoder = newDecoder();
    const text = decoder.write(octets.subarray(0, octets.length - cut));
    if ((decoder.end() ?? "") === "") return { text, rest: Buffer.from(octets.subarray(octets.length - cut)) };
  }
  const decoder = newDecoder();
  return { text: decoder.write(octets) + (decoder.end() ?? ""), rest: Buffer.alloc(0) };
}
