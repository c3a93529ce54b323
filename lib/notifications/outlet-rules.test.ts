import { describe, expect, test } from "vitest";
import { type Inside, insideOf, maskedAddress, type Target, targetOf } from "./outlet-rules";
import { isPublicAddress } from "./public-address";

const NONE: Inside = new Set();
const DINGTALK = "https://oapi.dingtalk.com/robot/send?access_token=abc";

describe("an address of a robot", () => {
  test("is its maker's own host over TLS, and is masked for reading", () => {
    const target = targetOf("dingtalk", DINGTALK, NONE) as Target;
    expect(target).toMatchObject({ host: "oapi.dingtalk.com", port: 443, secure: true, inside: false });
    expect(maskedAddress("dingtalk", target)).toBe("https://oapi.dingtalk.com/…");
  });

  test.each([
    "http://oapi.dingtalk.com/robot/send",
    "https://oapi.dingtalk.com:8443/robot/send",
    "https://oapi.dingtalk.com.evil.cn/robot/send",
    "https://open.feishu.cn/open-apis/bot/v2/hook/x",
    "https://127.0.0.1/robot/send",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://localhost/",
    "https://10.0.0.1:8080/",
    "https://oapi。dingtalk。com.evil.cn/",
    "https://oapi.dingtalk.com./robot/send",
  ])("elsewhere is refused: %s", (address) => {
    expect(targetOf("dingtalk", address, NONE)).toBe("addressNotAllowed");
  });

  test.each([
    ["https://a:b@oapi.dingtalk.com/robot/send", "passwordInAddress"],
    ["https://oapi.dingtalk.com@127.0.0.1/", "passwordInAddress"],
    ["file:///etc/passwd", "addressMalformed"],
    ["gopher://oapi.dingtalk.com/", "addressMalformed"],
    ["https://10.0.0.1:dead/", "addressMalformed"],
    ["oapi.dingtalk.com", "addressMalformed"],
  ])("that is none is refused: %s", (address, why) => {
    expect(targetOf("dingtalk", address, NONE)).toBe(why);
  });

  test("inside the house works only with the very host and port that the owner named", () => {
    const inside = insideOf("10.1.2.3:8080, relay.office:443");
    expect(targetOf("wecom", "http://10.1.2.3:8080/hook", inside)).toMatchObject({ inside: true });
    expect(targetOf("wecom", "http://10.1.2.3:8081/hook", inside)).toBe("addressNotAllowed");
    expect(targetOf("wecom", "https://relay.office/hook", inside)).toMatchObject({ inside: true });
  });
});

describe("an address of a mail server", () => {
  test("names the user and never the password", () => {
    const target = targetOf("mail", "smtps://du%40x.cn@mail.x.cn", NONE) as Target;
    expect(target).toMatchObject({ host: "mail.x.cn", port: 465, secure: true });
    expect(maskedAddress("mail", target)).toBe("smtps://du%40x.cn@mail.x.cn:465");
    expect(targetOf("mail", "smtps://du:pw@mail.x.cn", NONE)).toBe("passwordInAddress");
    expect(targetOf("mail", "https://mail.x.cn", NONE)).toBe("addressMalformed");
    expect(targetOf("mail", "smtp://mail.x.cn/?tls=no", NONE)).toBe("addressMalformed");
  });
});

test.each([
  ...["0.0.0.0", "10.9.9.9", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.31.0.1", "192.168.1.1"],
  ...["198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8", "::7f00:1", "fe80::1"],
  ...["fc00::1", "ff02::1", "2002:7f00:1::", "2001::1", "64:ff9b::808:808", "2001:db8::1", "nonsense"],
])("%s lies inside", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "223.5.5.5", "2400:3200::1"])("%s lies outside", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
