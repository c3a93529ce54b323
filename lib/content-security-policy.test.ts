import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const given = { nonce: "abc", development: false, frameAncestors: "" };

test("only scripts with the nonce run", () => {
  expect(contentSecurityPolicy(given)).toContain("script-src 'nonce-abc' 'strict-dynamic';");
  expect(contentSecurityPolicy(given)).not.toContain("unsafe-eval");
});

test("the product may be framed by the named hosts and by nobody else", () => {
  const policy = contentSecurityPolicy({
    ...given,
    frameAncestors: "https://*.dingtalk.com, https://im.example.cn:8443 ; script-src https://x",
  });
  expect(policy).toMatch(/frame-ancestors 'self' https:\/\/\*\.dingtalk\.com https:\/\/im\.example\.cn:8443/);
  expect(policy.match(/script-src /g)).toHaveLength(1);
});
