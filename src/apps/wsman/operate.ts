import type { Fault } from "../../protocol/wsman/fault.js";
import type { Operation } from "../../protocol/wsman/request.js";
import type { Exchange, Reply } from "./exchange.js";
import { enumerate } from "./operations/enumerate.js";
import { pull } from "./operations/pull.js";
import { release } from "./operations/release.js";
import { create, get, invoke, put, remove, type Operate } from "./operations/single-operations.js";
import { connectShell, disconnectShell, reconnectShell } from "./shells/connect-shell.js";
import { createShell } from "./shells/create-shell.js";
import { deleteShell } from "./shells/delete-shell.js";
import { getShell } from "./shells/get-shell.js";
import { receiveOutput } from "./shells/receive-output.js";
import { runCommand } from "./shells/run-command.js";
import { sendInput } from "./shells/send-input.js";
import { signalCommand } from "./shells/signal-command.js";
import { runSteps } from "./steps.js";

const operations: Readonly<Partial<Record<Operation, Operate>>> = {
  Get: get, Put: put, Create: create, Delete: remove, Invoke: invoke, Enumerate: enumerate, Pull: pull, Release: release,
};

const ofShells: typeof operations = {
  Create: createShell, Get: getShell, Delete: deleteShell, Command: runCommand, Send: sendInput, Receive: receiveOutput, Signal: signalCommand,
  Disconnect: disconnectShell, Reconnect: reconnectShell, Connect: connectShell,
};

/** Checks a request, carries it out, and gives back what it held: its place in the user's quota, its lease of the authorization. */
export function operate(exchange: Exchange): Reply | Promise<Reply> {
  try {
    const fault = runSteps(exchange);
    return fault instanceof Promise ? fault.then((later) => goOn(exchange, later), (error: unknown) => giveUp(exchange, error)) : goOn(exchange, fault);
  } catch (error) {
    return giveUp(exchange, error);
  }
}

function goOn(exchange: Exchange, fault: Fault | undefined): Reply | Promise<Reply> {
  try {
    const reply = fault === undefined ? carryOut(exchange) : { fault };
    if (reply instanceof Promise) return reply.finally(() => giveBack(exchange));
    giveBack(exchange);
    return reply;
  } catch (error) {
    return giveUp(exchange, error);
  }
}

function giveUp(exchange: Exchange, error: unknown): never {
  giveBack(exchange);
  throw error;
}

function carryOut(exchange: Exchange): Reply | Promise<Reply> {
  const operation = (exchange.isShell ? ofShells : operations)[exchange.request.operation];
  // The grid refuses every other operation, so this is a bug of ours.
  if (operation === undefined) throw new Error(`the checks let ${exchange.request.operation} pass, which nothing carries out`);
  return operation(exchange);
}

function giveBack(exchange: Exchange): void {
  exchange.leaveShell?.();
  exchange.leaveQuota?.();
  exchange.lease?.giveBack();
}
