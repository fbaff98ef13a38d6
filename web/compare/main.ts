import './compare.ts';
