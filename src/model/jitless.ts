import { config } from 'zod';

// The content policy forbids code generation. Every schema module imports this one first, so that no schema is built before it ran.
config({ jitless: true });
