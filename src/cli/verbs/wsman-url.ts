/** The URL of a host's to talk to: of a WS-Management application, plain HTTP before HTTPS, whose certificate may not be trusted here. */
export const wsmanUrl = (urls: readonly string[]): string | undefined =>
  urls.find((url) => /^http:.*\/wsman$/iu.test(url)) ?? urls.find((url) => /\/wsman$/iu.test(url)) ?? urls.find((url) => /^http:/iu.test(url)) ?? urls[0];
