import { isIPv6 } from "node:net";

/**
 * What one subscriber holds: an IPv4 address, or the /64 of an IPv6 one (whoever has one address of it has them all).
 * An IPv4 address written in IPv6 (::ffff:192.0.2.1) is the IPv4 one.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  const address = ip.split("%")[0] ?? ip;
  if (!isIPv6(address)) return ip;
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}

const groupsOf = (part: string): string[] =>
  part === "" ? [] : part.split(":").map((group) => group.replace(/^0+(?=.)/, ""));
