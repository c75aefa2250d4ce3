import { createServer, type Server } from "node:http";
import type { Page } from "@playwright/test";
import Provider from "oidc-provider";
import { expect, freshAddress, test } from "./fixtures";

const issuer = process.env["E2E_OIDC_ISSUER"] ?? "";
const people = new Map<string, { email: string; email_verified: boolean; name: string }>();

let server: Server;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ baseURL }) => {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "consorta",
        client_secret: "a secret between the two",
        redirect_uris: [`${baseURL ?? ""}/api/auth/callback/oidc`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => Promise.resolve({ sub: id, ...people.get(id) }),
    }),
  });
  const answer = provider.callback();
  server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), "127.0.0.1", resolve));
});

test.afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function enterAs(page: Page, subject: string) {
  await page.goto("/sign-in");
  const login = page.getByPlaceholder("Enter any login");
  // The button works only after hydration.
  await expect(async () => {
    await page.getByRole("button", { name: "Sign in with Campus" }).click({ timeout: 2_000 });
    await expect(login).toBeVisible({ timeout: 4_000 });
  }).toPass();
  await login.fill(subject);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("a verified address of the provider creates an account, and finds it again", async ({ page }) => {
  const email = freshAddress("campus");
  people.set("subject-1", { email, email_verified: true, name: "Inès Moreau" });
  await enterAs(page, "subject-1");
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.getByRole("heading", { name: "Hello, Inès Moreau" })).toBeVisible();
  await page.context().clearCookies();
  await enterAs(page, "subject-1");
  await expect(page.getByRole("heading", { name: "Hello, Inès Moreau" })).toBeVisible();
});

test("an unverified address of the provider is refused", async ({ page }) => {
  people.set("subject-2", { email: "ana@soldelevante.example", email_verified: false, name: "Not Ana" });
  await enterAs(page, "subject-2");
  await expect(page).toHaveURL(/\/sign-in\?error=/);
  await expect(page.getByText("did not work")).toBeVisible();
});
