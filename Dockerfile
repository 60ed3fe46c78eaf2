# Built where the tools are, run where they are not.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production WEB_ROOT=/app/dist/web HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/migrations migrations
COPY --from=build /app/programmes programmes
COPY --from=build /app/tools/migrate.mjs /app/tools/fault.mjs tools/
COPY --from=build /app/package.json ./
RUN mkdir -p /data/files && chown node:node /data/files
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/api/main.mjs"]
