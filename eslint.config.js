import tseslint from "typescript-eslint";

const pure = ["src/base/**/*.ts", "src/sdk/**/*.ts", "src/protocol/**/*.ts"];

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", "schema/", "config/", "**/*.cjs", "**/*.mjs", "eslint.config.js", "rollup.config.js"] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: ["tsconfig.json"], tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // Our interfaces are records of functions; none of them looks at `this`.
      "@typescript-eslint/unbound-method": "off",
      "prefer-const": ["error", { ignoreReadBeforeAssign: true }],
      "no-eval": "error",
      "no-new-func": "error",
      eqeqeq: "error",
    },
  },
  {
    files: pure,
    rules: {
      // Purity law: time, randomness, Node and promises are abilities handed in, so that every core is testable without I/O.
      "no-restricted-globals": ["error", "Buffer", "process", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "require", "global", "performance", "crypto"],
      "no-restricted-properties": ["error", { object: "Date", property: "now" }, { object: "Math", property: "random" }],
    },
  },
  {
    files: ["src/protocol/**/*.ts", "src/base/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", { selector: "FunctionDeclaration[async=true], ArrowFunctionExpression[async=true], FunctionExpression[async=true]", message: "cores are synchronous" }] },
  },
  {
    files: ["test/**/*.ts", "plugins/**/*.test.ts", "bench/**/*.ts"],
    rules: {
      // node:test's describe and it return promises that the runner itself awaits.
      "@typescript-eslint/no-floating-promises": "off",
      // And asking of each of its callbacks whether somebody waits for it took a third of the whole check.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
