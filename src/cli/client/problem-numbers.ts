/** Numbers that winrm shows for what goes wrong before a service answers; the 0x8007xxxx ones are Windows' HTTP client's. */
export const problemNumbers = {
  accessDenied: 0x80070005,
  cannotConnect: 0x80338012,
  networkTimedOut: 0x80338126,
  nameNotResolved: 0x803381b9,
  unencryptedNotAllowed: 0x803380de,
  requestTooLarge: 0x80338111,
  serviceUnavailable: 0x80338112,
  notFound: 0x80338113,
  connectionBroken: 0x80072efe,
  invalidAnswer: 0x80072f78,
  securityFailure: 0x80072f8f,
} as const;
