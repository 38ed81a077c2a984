// The rules that `npm run check` applies in addition to the types.
import js from '@eslint/js';
import globals from 'globals';

export default [
  {ignores: ['src/contract.d.ts']},
  js.configs.recommended,
  {
    rules: {
      'default-case-last': 'error',
      eqeqeq: 'error',
      'no-implicit-coercion': 'error',
      'no-param-reassign': 'error',
      'no-restricted-properties': ['error', {property: 'innerHTML', message: 'Data must never become markup.'}],
      'no-shadow': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {files: ['src/**/*.js'], languageOptions: {globals: globals.browser}},
  {files: ['*.mjs', 'test/**/*.js'], languageOptions: {globals: globals.nodeBuiltin}},
];
