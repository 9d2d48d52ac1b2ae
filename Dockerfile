# Debian, not Alpine: the embedded engine has no build for musl.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json vite.config.ts ./
COPY src src
RUN npm run build && npm run build:graphiql

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 ONRECORD_DATA=/var/lib/onrecord
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# --ignore-scripts: `prepare` builds GraphiQL with packages that are not here; the build stage has done so.
RUN npm ci --omit=dev --ignore-scripts \
  && npm cache clean --force \
  && install -d -o node -g node /var/lib/onrecord
COPY --from=build /app/dist dist
COPY data data
USER node
VOLUME /var/lib/onrecord
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm in between, so that SIGTERM reaches the server.
# A small nursery: what requests leave behind is collected before the memory grows.
CMD ["node", "--max-semi-space-size=4", "dist/main.js"]
