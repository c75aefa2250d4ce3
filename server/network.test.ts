import { describe, expect, it } from "vitest";
import { readSettings } from "./env";
import { callerAddress, limitedNetwork, loggedNetwork, noProxies, onePrivateProxy } from "./network";

const own = { AUTH_SECRET: "x".repeat(32) };

describe("the address of the caller", () => {
  it.each([
    ["without a proxy the header is not believed", "203.0.113.9", "198.51.100.1", noProxies, "203.0.113.9"],
    [
      "the last hop before a proxy on this machine",
      "127.0.0.1",
      "1.2.3.4, 203.0.113.9",
      onePrivateProxy,
      "203.0.113.9",
    ],
    ["the same through an IPv4-mapped socket", "::ffff:10.0.0.2", "203.0.113.9", onePrivateProxy, "203.0.113.9"],
    ["a public caller although a proxy was announced", "203.0.113.9", "198.51.100.1", onePrivateProxy, "203.0.113.9"],
    [
      "only one hop, or a caller in the same network could write any other",
      "127.0.0.1",
      "10.9.9.9, 192.168.1.5",
      onePrivateProxy,
      "192.168.1.5",
    ],
    ["the proxy itself without a header", "127.0.0.1", "", onePrivateProxy, "127.0.0.1"],
    ["the proxy itself with a header that is no address", "127.0.0.1", "nonsense", onePrivateProxy, "127.0.0.1"],
    [
      "the last hop that is not among the named proxies",
      "198.51.100.7",
      "6.6.6.6, 203.0.113.9, 2001:db8::5",
      { subnets: ["198.51.100.0/24", "2001:db8::/32"], hops: 2 },
      "203.0.113.9",
    ],
  ] as const)("is %s", (_what, peer, forwarded, proxies, caller) => {
    expect(callerAddress(peer, forwarded, proxies)).toBe(caller);
  });

  it("depends on TRUST_PROXY", () => {
    expect(readSettings({ ...own }).TRUST_PROXY).toEqual(noProxies);
    expect(readSettings({ ...own, TRUST_PROXY: "1" }).TRUST_PROXY).toEqual(onePrivateProxy);
    expect(readSettings({ ...own, TRUST_PROXY: "203.0.113.7, 2001:db8::/32" }).TRUST_PROXY).toEqual({
      subnets: ["203.0.113.7", "2001:db8::/32"],
      hops: 2,
    });
    expect(() => readSettings({ ...own, TRUST_PROXY: "yes" })).toThrow(/TRUST_PROXY must be/u);
  });
});

it.each([
  ["203.0.113.9", "203.0.113.9", "203.0.113.0/24"],
  ["::ffff:203.0.113.9", "203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64", "2001:db8:1:2::/64"],
  ["", "unknown", "unknown"],
])("rate limits count %s as %s, and the log names %s", (address, limited, logged) => {
  expect(limitedNetwork(address)).toBe(limited);
  expect(loggedNetwork(limitedNetwork(address))).toBe(logged);
});
