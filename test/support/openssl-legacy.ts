import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Clients of Debian's Python make MD4 with OpenSSL, which has it in a provider that only a configuration loads. @returns its file */
export function legacyOpenssl(folder: string): string {
  const file = join(folder, "openssl.cnf");
  writeFileSync(file, "openssl_conf = init\n[init]\nproviders = providers\n[providers]\ndefault = on\nlegacy = on\n[on]\nactivate = 1\n");
  return file;
}
