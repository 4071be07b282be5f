// Before any module: zod must not probe `new Function`, which the content policy would report as an attack (B-02).
globalThis.__zod_globalConfig = { jitless: true }
