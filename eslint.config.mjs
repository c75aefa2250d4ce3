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
      // Figures and codes in texts are the point of many a template.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // A name is taken apart into code points on purpose, to be cut without halving one.
      "@typescript-eslint/no-misused-spread": "off",
      // Handlers hand on what they call: `onClick={() => save()}` hides nothing.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  { files: ["**/*.tsx"], extends: [reactHooks.configs.flat["recommended-latest"]] },
);
