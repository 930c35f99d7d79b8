/** What Windows tells of a language: its number (LCID) and the country's telephone code. */
interface Region {
  readonly tag: string;
  readonly lcid: number;
  readonly country: string;
}

/** [MS-LCID] for the locales of most machines; others count as en-US, as does `C`. */
const regions: readonly Region[] = [
  { tag: "en-US", lcid: 0x0409, country: "1" }, { tag: "en-GB", lcid: 0x0809, country: "44" }, { tag: "en-CA", lcid: 0x1009, country: "1" }, { tag: "en-AU", lcid: 0x0c09, country: "61" },
  { tag: "de-DE", lcid: 0x0407, country: "49" }, { tag: "de-AT", lcid: 0x0c07, country: "43" }, { tag: "de-CH", lcid: 0x0807, country: "41" },
  { tag: "fr-FR", lcid: 0x040c, country: "33" }, { tag: "fr-CA", lcid: 0x0c0c, country: "1" }, { tag: "es-ES", lcid: 0x0c0a, country: "34" }, { tag: "es-MX", lcid: 0x080a, country: "52" },
  { tag: "it-IT", lcid: 0x0410, country: "39" }, { tag: "nl-NL", lcid: 0x0413, country: "31" }, { tag: "pt-BR", lcid: 0x0416, country: "55" }, { tag: "pt-PT", lcid: 0x0816, country: "351" },
  { tag: "pl-PL", lcid: 0x0415, country: "48" }, { tag: "cs-CZ", lcid: 0x0405, country: "420" }, { tag: "sv-SE", lcid: 0x041d, country: "46" }, { tag: "da-DK", lcid: 0x0406, country: "45" },
  { tag: "nb-NO", lcid: 0x0414, country: "47" }, { tag: "fi-FI", lcid: 0x040b, country: "358" }, { tag: "ru-RU", lcid: 0x0419, country: "7" }, { tag: "uk-UA", lcid: 0x0422, country: "380" },
  { tag: "tr-TR", lcid: 0x041f, country: "90" }, { tag: "ja-JP", lcid: 0x0411, country: "81" }, { tag: "ko-KR", lcid: 0x0412, country: "82" }, { tag: "zh-CN", lcid: 0x0804, country: "86" }, { tag: "zh-TW", lcid: 0x0404, country: "886" },
];

/** @param lang value of LANG: `de_DE.UTF-8` */
export function readLocale(lang: string | undefined): Region {
  const tag = (lang ?? "").split(/[.@]/u, 1)[0]!.replace("_", "-").toLowerCase();
  return regions.find((region) => region.tag.toLowerCase() === tag) ?? regions.find((region) => region.tag.toLowerCase().startsWith(`${tag}-`) && tag !== "") ?? regions[0]!;
}
