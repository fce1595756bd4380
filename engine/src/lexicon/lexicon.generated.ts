// Made by scripts/generate.ts from data/lexicon. Do not edit.
/* eslint-disable */
