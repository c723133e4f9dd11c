# One image for every role: `serve` (the default), `work`, `migrate`.
FROM node:24.11.1-bookworm-slim AS build
WORKDIR /matinee
COPY package.json package-lock.json .npmrc ./
COPY packages packages
RUN npm ci
COPY . .
# Without the workspaces, which only development needs; then without what production never opens:
# ffmpeg from npm (Debian's is below), the compiler, Prisma's engines for other databases.
RUN npm run build && npm prune --omit=dev --no-workspaces && node server/prune.mjs

FROM node:24.11.1-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg tini \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/var/lib/matinee
WORKDIR /matinee
COPY --from=build /matinee/package.json ./
COPY --from=build /matinee/node_modules node_modules
COPY --from=build /matinee/dist dist
COPY --from=build /matinee/prisma prisma
RUN mkdir -p "$DATA_DIR" && chown node:node "$DATA_DIR"
USER node
VOLUME /var/lib/matinee
EXPOSE 3000
# tini passes signals on, so that a stop lets requests and encodes finish or be handed back.
ENTRYPOINT ["tini", "--", "node", "dist/server/cli/matinee.js"]
CMD ["serve"]
