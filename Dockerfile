# The atlas as one container. It needs no network, writes only to /tmp, and stops at once:
#   docker run --read-only --tmpfs /tmp --publish 8501:8501 twinned
# To serve another table: --volume "$PWD/config:/app/config:ro"

FROM python:3.12-slim AS base
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app
# The base image ships Python without bytecode, and a read-only container cannot keep what it compiles.
RUN python -m compileall -q -j 0 --invalidation-mode unchecked-hash \
    -x '/(site-packages|test|ensurepip|idlelib|lib2to3|tkinter|turtledemo)/' \
    "$(python -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')"

FROM base AS build
COPY requirements.lock ./
RUN python -m venv /opt/venv && pip install --no-cache-dir --no-compile --require-hashes -r requirements.lock
COPY . .
# Remove what serving never loads (tests/test_start.py): the packages with which Streamlit shows tables and charts, the
# packages' own tests and sources in C, pydeck's Jupyter widget. Write what browsers fetch by URL now, since a read-only
# container cannot; this also shows that nothing needed was removed.
# hadolint ignore=DL3003
RUN pip install --quiet --no-cache-dir --no-deps --no-build-isolation -e . \
    && pip uninstall --quiet --yes pandas pyarrow altair narwhals setuptools pip \
    && cd /opt/venv/lib/python3.12/site-packages \
    && find . -type d -name tests -prune -exec rm -r {} + \
    && find . -type f -regex '.*\.\(pyx\|pxi\|pxd\|h\|hpp\|c\|cpp\|cc\)' -delete \
    && rm -r pydeck/nbextension/static \
    && twinned check \
    && python -m dashboard.published.prepare \
    && python -m compileall -q -j 0 --invalidation-mode unchecked-hash . /app \
    && chmod -R a+rX /app

FROM base
LABEL org.opencontainers.image.title="twinned" \
      org.opencontainers.image.description="An atlas of twinned regions" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
ENV HOME=/tmp
USER 10001:10001
EXPOSE 8501
STOPSIGNAL SIGTERM
# Checked every second, so that a healthy container is soon known to be; bare Python takes 30 ms for a check.
HEALTHCHECK --interval=1s --timeout=2s --retries=20 \
    CMD ["python", "-ISc", "import socket; s = socket.create_connection(('127.0.0.1', 8501)); s.send(b'GET /_stcore/health HTTP/1.0\\r\\n\\r\\n'); assert b' 200 ' in s.recv(64)"]
CMD ["twinned", "serve", "--address", "0.0.0.0"]
