import ipaddr from "ipaddr.js";

/** Subnets of proxies whose X-Forwarded-For is trusted, and their maximum number. */
export interface TrustedProxies {
  subnets: readonly string[];
  hops: number;
}

export const noProxies: TrustedProxies = { subnets: [], hops: 0 };

/** One proxy on this machine or in a private network, as with Docker or nginx. */
export const onePrivateProxy: TrustedProxies = {
  subnets: ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fe80::/10"],
  hops: 1,
};

const subnetOf = (text: string) =>
  text.includes("/") ? ipaddr.parseCIDR(text) : ([ipaddr.parse(text), text.includes(":") ? 128 : 32] as const);

/** True for an IP address or a subnet, such as 203.0.113.7 or 2001:db8::/32. */
export const isSubnet = (text: string): boolean => ipaddr.isValid(text) || ipaddr.isValidCIDR(text);

function isTrusted(address: string, { subnets }: TrustedProxies): boolean {
  if (!ipaddr.isValid(address)) return false;
  const caller = ipaddr.process(address);
  return subnets.some((text) => {
    const [subnet, bits] = subnetOf(text);
    return caller.kind() === subnet.kind() && caller.match(subnet, bits);
  });
}

/**
 * The address of the caller: the last hop that is not a trusted proxy. Callers can send any X-Forwarded-For, so an
 * entry counts only when the hop after it is trusted.
 */
export function callerAddress(peer: string, forwarded: string, proxies: TrustedProxies): string {
  const hops = forwarded.split(",").map((hop) => hop.trim());
  let caller = peer;
  for (let passed = 0; passed < proxies.hops && isTrusted(caller, proxies); passed += 1) {
    const before = hops.pop();
    if (before === undefined || !ipaddr.isValid(before)) break;
    caller = before;
  }
  return caller;
}

const prefix = (address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string =>
  address instanceof ipaddr.IPv4
    ? `${ipaddr.IPv4.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;

/** The network that a rate limit counts: an IPv4 address, or the /64 of an IPv6 subscriber. */
export function limitedNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return "unknown";
  const known = ipaddr.process(address);
  return known instanceof ipaddr.IPv4 ? known.toString() : prefix(known, 64);
}

/** The network that the log contains: the /24 of an IPv4 address, the /64 of an IPv6 address. */
export function loggedNetwork(network: string): string {
  if (network.endsWith("/64")) return network;
  if (!ipaddr.isValid(network)) return "unknown";
  const known = ipaddr.process(network);
  return prefix(known, known instanceof ipaddr.IPv4 ? 24 : 64);
}
