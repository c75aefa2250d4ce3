import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    ".next",
    ".build",
    ".data",
    "db/migrations",
    "next-env.d.ts",
    "coverage",
    "playwright-report",
    "test-results",
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { "no-console": "error", eqeqeq: ["error", "always", { null: "ignore" }] },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Numbers in templates are frequent and harmless.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // Names are split into code points intentionally, so that cutting them does not split a character.
      "@typescript-eslint/no-misused-spread": "off",
      // Allows handlers such as `onClick={() => save()}`, which return the value of a void call.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "crypto", property: "randomUUID", message: "Browsers have it only with https: use uuid." },
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "next-intl",
              importNames: ["useTranslations"],
              message: "Import it from messages/use-translations, which isolates right-to-left values.",
            },
          ],
        },
      ],
    },
  },
  { files: ["**/*.tsx"], extends: [reactHooks.configs.flat["recommended-latest"]] },
);
