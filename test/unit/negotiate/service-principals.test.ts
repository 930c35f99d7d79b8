import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isServicePrincipal } from "../../../src/negotiate/gssapi/service-principals.js";

describe("service-principals", () => {
  it("are those of HTTP and WSMAN, of every host, where none are listed", () => {
    for (const target of ["HTTP/server@A.B", "http/Server.example.com@A.B", "WSMAN/server@A.B"]) assert.equal(isServicePrincipal(target, []), true, target);
    for (const target of ["host/server@A.B", "HTTP@A.B", "HTTP/@A.B", "HTTPS/server@A.B", "cifs/HTTP/server@A.B", ""]) assert.equal(isServicePrincipal(target, []), false, target);
  });

  it("are the listed ones and no others otherwise, without case, of every realm unless one is named", () => {
    const names = ["HTTP/server.example.com", "host/server@EXAMPLE.COM", "svc/*@EXAMPLE.COM"];
    for (const target of ["http/SERVER.example.com@A.B", "host/server@example.com", "svc/any@EXAMPLE.COM"]) assert.equal(isServicePrincipal(target, names), true, target);
    for (const target of ["HTTP/other@A.B", "host/server@OTHER.COM", "svc/any@OTHER.COM", "WSMAN/server.example.com@A.B", "HTTP/server.example.com.evil@A.B"]) assert.equal(isServicePrincipal(target, names), false, target);
  });
});
