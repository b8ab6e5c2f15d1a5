FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Compiled ahead of time for this processor, it starts in two thirds of the time.
RUN dotnet publish TantraSmoke.Web --configuration Release --output /app \
    --use-current-runtime --self-contained false -p:PublishReadyToRun=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
# data/, log.txt and files that TABLES_JSON or SLOTS_JSON name are in the working directory.
RUN mkdir -p /venue && chown "$APP_UID" /venue
WORKDIR /venue
VOLUME /venue
USER $APP_UID
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_CLI_TELEMETRY_OPTOUT=1
EXPOSE 8080
# The image has no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "/app/TantraSmoke.Web.dll"]
