/** A packet capture (libpcap's format) of HTTP requests, each in a packet of its own, for dissectors. */
export function httpCapture(bodies: readonly Uint8Array[], contentType: string): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(262_144, 16);
  header.writeUInt32LE(1, 20);
  return Buffer.concat([header, ...bodies.map((body, index) => packet(10_000 + index, Buffer.concat([Buffer.from(`POST /dm HTTP/1.1\r\nHost: a\r\nContent-Type: ${contentType}\r\nContent-Length: ${body.length}\r\n\r\n`), body])))]);
}

/** Ethernet, IPv4 and TCP around it: a connection of its own, whose port says which. */
function packet(port: number, payload: Buffer): Buffer {
  const ethernet = Buffer.from("0200000000010200000000020800", "hex");
  const ip = Buffer.alloc(20);
  ip[0] = 0x45;
  ip.writeUInt16BE(40 + payload.length, 2);
  ip[8] = 64;
  ip[9] = 6;
  ip.set([127, 0, 0, 1, 127, 0, 0, 1], 12);
  const tcp = Buffer.alloc(20);
  tcp.writeUInt16BE(port, 0);
  tcp.writeUInt16BE(80, 2);
  tcp.writeUInt32BE(1, 4);
  tcp.writeUInt32BE(1, 8);
  tcp.set([0x50, 0x18, 0xff, 0xff], 12);
  const data = Buffer.concat([ethernet, ip, tcp, payload]);
  const header = Buffer.alloc(16);
  header.writeUInt32LE(data.length, 8);
  header.writeUInt32LE(data.length, 12);
  return Buffer.concat([header, data]);
}
