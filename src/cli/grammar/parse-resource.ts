import { fail, ok, type Result } from "../../base/result.js";
import { closestName } from "./closest-name.js";
import { listChoices, nameToken, quote, type Token, type UsageProblem } from "./usage-problem.js";

/** What a request is about. */
export interface ResourceAddress {
  readonly resourceUri: string;
  readonly selectors: readonly { readonly name: string; readonly value: string }[];
}

const microsoft = "http://schemas.microsoft.com/wbem/wsman/1";

/** winrm's aliases and, behind them, short names for the configuration's own resources. */
export const resourceAliases: Readonly<Record<string, string>> = {
  wmi: `${microsoft}/wmi`,
  wmicimv2: `${microsoft}/wmi/root/cimv2`,
  cimv2: "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2",
  winrm: microsoft,
  wsman: microsoft,
  shell: `${microsoft}/windows/shell`,
  config: `${microsoft}/config`,
  plugin: `${microsoft}/config/plugin`,
  listener: `${microsoft}/config/listener`,
};

/**
 * Reads `RESOURCE_URI[?NAME=value[+NAME=value]…]`. An alias stands for the URI's beginning. Quotes and `%xx` are taken as they are, as
 * winrm does; a value that holds `+` goes into `--selector`.
 */
export function parseResource(token: Token, extraSelectors: readonly { readonly value: string; readonly token: Token }[] = []): Result<ResourceAddress, UsageProblem> {
  const question = token.text.indexOf("?");
  const uri = expandAlias(token, question < 0 ? token.text : token.text.slice(0, question));
  if (!uri.ok) return uri;
  const selectors = question < 0 ? ok([]) : parseSelectors(token, token.text.slice(question + 1));
  if (!selectors.ok) return selectors;
  const extra: { name: string; value: string }[] = [];
  for (const given of extraSelectors) {
    const pair = splitPair(given.value);
    if (pair === undefined) return fail({ message: `selector ${nameToken(given.token, given.value)} is not NAME=value` });
    extra.push(pair);
  }
  return ok({ resourceUri: uri.value, selectors: [...selectors.value, ...extra] });
}

function parseSelectors(token: Token, text: string): Result<readonly { name: string; value: string }[], UsageProblem> {
  const selectors: { name: string; value: string }[] = [];
  for (const part of text.split("+")) {
    const pair = splitPair(part);
    if (pair === undefined) {
      return fail({
        message:
          part === ""
            ? `${nameToken(token)} has an empty selector: after "?" and "+" stands NAME=value`
            : `selector ${quote(part)} in ${nameToken(token)} is not NAME=value; a value that holds "+" goes into --selector NAME=value`,
      });
    }
    selectors.push(pair);
  }
  return ok(selectors);
}

function splitPair(text: string): { name: string; value: string } | undefined {
  const equals = text.indexOf("=");
  return equals < 1 ? undefined : { name: text.slice(0, equals).trim(), value: text.slice(equals + 1) };
}

function expandAlias(token: Token, written: string): Result<string, UsageProblem> {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:./u.test(written)) return ok(written);
  const slash = written.indexOf("/");
  const first = slash < 0 ? written : written.slice(0, slash);
  const known = Object.keys(resourceAliases);
  const alias = known.find((name) => name === first.toLowerCase());
  if (alias !== undefined) return ok(resourceAliases[alias]! + (slash < 0 ? "" : written.slice(slash)));
  const didYouMean = closestName(first, known);
  const rest = slash < 0 ? "" : written.slice(slash);
  // The suggestion is shown as it is: what is not printable stays out of it.
  const shown = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/u.test(rest) ? "" : rest;
  return fail({
    message: `${nameToken(token)} is not a resource URI: it begins with neither a scheme (http://…, urn:…) nor an alias (${listChoices(known)})`,
    ...(didYouMean === undefined ? {} : { didYouMean: didYouMean + shown }),
  });
}
