{{- /* The lab's own sidecar template: what a pod gets from the mesh. */ -}}
{{- define "proxy.resources" }}
{{- $a := .ObjectMeta.Annotations }}
{{- $cpu := index $a "sidecar.istio.io/proxyCPU" }}
{{- $memory := index $a "sidecar.istio.io/proxyMemory" }}
{{- $maxCpu := index $a "sidecar.istio.io/proxyCPULimit" }}
{{- $maxMemory := index $a "sidecar.istio.io/proxyMemoryLimit" }}
{{- if or $cpu $memory $maxCpu $maxMemory }}
    resources:
      {{- if or $cpu $memory }}
      requests:
        {{ if $cpu }}cpu: {{ quote $cpu }}{{ end }}
        {{ if $memory }}memory: {{ quote $memory }}{{ end }}
      {{- end }}
      {{- if or $maxCpu $maxMemory }}
      limits:
        {{ if $maxCpu }}cpu: {{ quote $maxCpu }}{{ end }}
        {{ if $maxMemory }}memory: {{ quote $maxMemory }}{{ end }}
      {{- end }}
{{- else }}
    resources: {{ toYaml (omitNil .Values.global.proxy.resources) | nindent 6 }}
{{- end }}
{{- end }}
{{- define "from.field" }}
    - name: {{ index . 0 }}
      valueFrom: { fieldRef: { fieldPath: {{ index . 1 }} } }
{{- end }}
{{- define "from.limit" }}
    - name: {{ index . 0 }}
      valueFrom: { resourceFieldRef: { resource: {{ index . 1 }}, divisor: "1" } }
{{- end }}
{{- define "redirect" }}
{{- $a := .ObjectMeta.Annotations }}
{{- $proxy := .Values.global.proxy }}
{{- $status := annotation .ObjectMeta "status.sidecar.istio.io/port" $proxy.statusPort }}
{{- $excluded := excludeInboundPort $status (annotation .ObjectMeta "traffic.sidecar.istio.io/excludeInboundPorts" $proxy.excludeInboundPorts) }}
{{- $mode := annotation .ObjectMeta "sidecar.istio.io/interceptionMode" .ProxyConfig.interceptionMode }}
  - name: {{ if .Values.pilot.cni.enabled }}istio-validation{{ else }}istio-init{{ end }}
    image: {{ quote .ProxyInitImage }}
    {{ with .Values.global.imagePullPolicy }}imagePullPolicy: {{ . }}{{ end }}
    args:
    - istio-iptables
    - "-p"
    - "15001"
    - "-z"
    - "15006"
    - "-u"
    - {{ quote .ProxyUID }}
    - "-m"
    - {{ quote $mode }}
    - "-i"
    - {{ annotation .ObjectMeta "traffic.sidecar.istio.io/includeOutboundIPRanges" $proxy.includeIPRanges | quote }}
    - "-x"
    - {{ annotation .ObjectMeta "traffic.sidecar.istio.io/excludeOutboundIPRanges" $proxy.excludeIPRanges | quote }}
    - "-b"
    - {{ annotation .ObjectMeta "traffic.sidecar.istio.io/includeInboundPorts" $proxy.includeInboundPorts | quote }}
    - "-d"
    - {{ printf "15090,15021%s%s" (or (and $excluded ",") "") $excluded | quote }}
    {{- if or (isset $a "traffic.sidecar.istio.io/includeOutboundPorts") $proxy.includeOutboundPorts }}
    - "-q"
    - {{ annotation .ObjectMeta "traffic.sidecar.istio.io/includeOutboundPorts" $proxy.includeOutboundPorts | quote }}
    {{- end }}
    {{- if or (isset $a "traffic.sidecar.istio.io/excludeOutboundPorts") $proxy.excludeOutboundPorts }}
    - "-o"
    - {{ annotation .ObjectMeta "traffic.sidecar.istio.io/excludeOutboundPorts" $proxy.excludeOutboundPorts | quote }}
    {{- end }}
    {{- if isset $a "istio.io/reroute-virtual-interfaces" }}
    - "-k"
    - {{ index $a "istio.io/reroute-virtual-interfaces" | quote }}
    {{- else if isset $a "traffic.sidecar.istio.io/kubevirtInterfaces" }}
    - "-k"
    - {{ index $a "traffic.sidecar.istio.io/kubevirtInterfaces" | quote }}
    {{- end }}
    {{- if isset $a "traffic.sidecar.istio.io/excludeInterfaces" }}
    - "-c"
    - {{ index $a "traffic.sidecar.istio.io/excludeInterfaces" | quote }}
    {{- end }}
    - --log_output_level={{ annotation .ObjectMeta "sidecar.istio.io/agentLogLevel" .Values.global.logging.level }}
    {{ if .Values.global.logAsJson }}- --log_as_json{{ end }}
    {{- if .Values.pilot.cni.enabled }}
    - --run-validation
    - --skip-rule-apply
    {{- else if .Values.global.proxy_init.forceApplyIptables }}
    - --force-apply
    {{- end }}
    {{ if .Values.global.nativeNftables }}- --native-nftables{{ end }}
    {{- with .ProxyConfig.proxyMetadata }}
    env:
    {{- range $name, $value := . }}
    - name: {{ $name }}
      value: {{ quote $value }}
    {{- end }}
    {{- end }}
{{- template "proxy.resources" . }}
    securityContext:
      allowPrivilegeEscalation: {{ $proxy.privileged }}
      privileged: {{ $proxy.privileged }}
      {{- if .Values.pilot.cni.enabled }}
      capabilities: { drop: [ALL] }
      readOnlyRootFilesystem: true
      runAsGroup: {{ .ProxyGID }}
      runAsUser: {{ .ProxyUID }}
      runAsNonRoot: true
      {{- else }}
      capabilities: { add: [NET_ADMIN, NET_RAW], drop: [ALL] }
      readOnlyRootFilesystem: false
      runAsGroup: 0
      runAsUser: 0
      runAsNonRoot: false
      {{- end }}
{{- end }}
{{- define "proxy" }}
{{- $a := .ObjectMeta.Annotations }}
{{- $proxy := .Values.global.proxy }}
{{- $status := annotation .ObjectMeta "status.sidecar.istio.io/port" $proxy.statusPort }}
{{- $mode := annotation .ObjectMeta "sidecar.istio.io/interceptionMode" .ProxyConfig.interceptionMode }}
{{- $namespace := .DeploymentMeta.Namespace | default "default" }}
  - name: istio-proxy
    image: {{ quote .ProxyImage }}
    {{ with .Values.global.imagePullPolicy }}imagePullPolicy: {{ . }}{{ end }}
    {{ if .NativeSidecars }}restartPolicy: Always{{ end }}
    ports:
    - { containerPort: 15090, protocol: TCP, name: http-envoy-prom }
    args:
    - proxy
    - sidecar
    - --domain
    - $(POD_NAMESPACE).svc.{{ $proxy.clusterDomain }}
    - --proxyLogLevel={{ annotation .ObjectMeta "sidecar.istio.io/logLevel" $proxy.logLevel }}
    - --proxyComponentLogLevel={{ annotation .ObjectMeta "sidecar.istio.io/componentLogLevel" $proxy.componentLogLevel }}
    - --log_output_level={{ annotation .ObjectMeta "sidecar.istio.io/agentLogLevel" .Values.global.logging.level }}
    {{ if .Values.global.logAsJson }}- --log_as_json{{ end }}
    {{- if .NativeSidecars }}
    lifecycle: { preStop: { exec: { command: [pilot-agent, request, --debug-port={{ $status }}, POST, drain] } } }
    {{- else if .Hold }}
    lifecycle: { postStart: { exec: { command: [pilot-agent, wait] } } }
    {{- end }}
    env:
    {{- if eq .InboundTrafficPolicyMode "localhost" }}
    - name: REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION
      value: "true"
    {{- end }}
    - name: PILOT_CERT_PROVIDER
      value: {{ .Values.global.pilotCertProvider }}
    - name: CA_ADDR
      value: {{ .Values.global.caAddress | default (printf "istiod.%s.svc:15012" .Values.global.istioNamespace) }}
    {{- template "from.field" (list "POD_NAME" "metadata.name") }}
    {{- template "from.field" (list "POD_NAMESPACE" "metadata.namespace") }}
    {{- template "from.field" (list "INSTANCE_IP" "status.podIP") }}
    {{- template "from.field" (list "SERVICE_ACCOUNT" "spec.serviceAccountName") }}
    {{- template "from.field" (list "HOST_IP" "status.hostIP") }}
    {{- template "from.limit" (list "ISTIO_CPU_LIMIT" "limits.cpu") }}
    - name: PROXY_CONFIG
      value: {{ printf "%s\n" (protoToJSON .ProxyConfig) | quote }}
    - name: ISTIO_META_POD_PORTS
      value: {{ podPorts .Spec | quote }}
    - name: ISTIO_META_APP_CONTAINERS
      value: {{ appContainers .Spec | quote }}
    {{- template "from.limit" (list "GOMEMLIMIT" "limits.memory") }}
    {{- template "from.limit" (list "GOMAXPROCS" "limits.cpu") }}
    {{- if .CompliancePolicy }}
    - name: COMPLIANCE_POLICY
      value: {{ quote .CompliancePolicy }}
    {{- end }}
    - name: ISTIO_META_CLUSTER_ID
      value: {{ .Values.global.multiCluster.clusterName | default "Kubernetes" | quote }}
    {{- template "from.field" (list "ISTIO_META_NODE_NAME" "spec.nodeName") }}
    - name: ISTIO_META_INTERCEPTION_MODE
      value: {{ quote $mode }}
    {{- with .DeploymentMeta.Name }}
    - name: ISTIO_META_WORKLOAD_NAME
      value: {{ quote . }}
    {{- end }}
    {{- if and .TypeMeta.APIVersion .DeploymentMeta.Name }}
    - name: ISTIO_META_OWNER
      value: kubernetes://apis/{{ .TypeMeta.APIVersion }}/namespaces/{{ $namespace }}/{{ toLower .TypeMeta.Kind }}s/{{ .DeploymentMeta.Name }}
    {{- end }}
    {{- if isset $a "sidecar.istio.io/bootstrapOverride" }}
    - name: ISTIO_BOOTSTRAP_OVERRIDE
      value: /etc/istio/custom-bootstrap/custom_bootstrap.json
    {{- end }}
    - name: ISTIO_META_MESH_ID
      value: {{ .Values.global.meshID | default .MeshConfig.trustDomain | quote }}
    - name: TRUST_DOMAIN
      value: {{ quote .MeshConfig.trustDomain }}
    {{- with .Values.global.network }}
    - name: ISTIO_META_NETWORK
      value: {{ quote . }}
    {{- end }}
    {{- range $name, $value := .ProxyConfig.proxyMetadata }}
    - name: {{ $name }}
      value: {{ quote $value }}
    {{- end }}
    {{- if ne $status "0" }}
    {{- if $proxy.startupProbe.enabled }}
    startupProbe:
      httpGet: { path: /healthz/ready, port: 15021 }
      initialDelaySeconds: 0
      periodSeconds: 1
      timeoutSeconds: 3
      failureThreshold: {{ $proxy.startupProbe.failureThreshold }}
    {{- end }}
    readinessProbe:
      httpGet: { path: /healthz/ready, port: 15021 }
      initialDelaySeconds: {{ annotation .ObjectMeta "readiness.status.sidecar.istio.io/initialDelaySeconds" $proxy.readinessInitialDelaySeconds }}
      periodSeconds: {{ annotation .ObjectMeta "readiness.status.sidecar.istio.io/periodSeconds" $proxy.readinessPeriodSeconds }}
      timeoutSeconds: 3
      failureThreshold: {{ annotation .ObjectMeta "readiness.status.sidecar.istio.io/failureThreshold" $proxy.readinessFailureThreshold }}
    {{- end }}
{{- template "proxy.resources" . }}
    securityContext:
      allowPrivilegeEscalation: {{ $proxy.privileged }}
      privileged: {{ $proxy.privileged }}
      readOnlyRootFilesystem: true
      runAsGroup: {{ .ProxyGID }}
      {{- if eq $mode "TPROXY" }}
      capabilities: { add: [NET_ADMIN], drop: [ALL] }
      runAsUser: 0
      runAsNonRoot: false
      {{- else }}
      capabilities: { drop: [ALL] }
      runAsUser: {{ .ProxyUID }}
      runAsNonRoot: true
      {{- end }}
    volumeMounts:
    - { name: workload-socket, mountPath: /var/run/secrets/workload-spiffe-uds }
    - { name: credential-socket, mountPath: /var/run/secrets/credential-uds }
    - { name: workload-certs, mountPath: /var/run/secrets/workload-spiffe-credentials }
    - { name: istiod-ca-cert, mountPath: /var/run/secrets/istio }
    - { name: istio-ca-crl, mountPath: /var/run/secrets/istio/crl }
    - { name: istio-data, mountPath: /var/lib/istio/data }
    {{- if isset $a "sidecar.istio.io/bootstrapOverride" }}
    - { name: custom-bootstrap-volume, mountPath: /etc/istio/custom-bootstrap }
    {{- end }}
    - { name: istio-envoy, mountPath: /etc/istio/proxy }
    - { name: istio-token, mountPath: /var/run/secrets/tokens }
    {{- if .Values.global.mountMtlsCerts }}
    - { name: istio-certs, mountPath: /etc/certs/, readOnly: true }
    {{- end }}
    - { name: istio-podinfo, mountPath: /etc/istio/pod }
    {{- range $name, $mount := fromJSON (annotation .ObjectMeta "sidecar.istio.io/userVolumeMount" "{}") }}
    - name: {{ $name }}
      {{ toYaml $mount | indent 6 }}
    {{- end }}
{{- end }}
{{- $labels := .ObjectMeta.Labels }}
{{- $annotations := .ObjectMeta.Annotations }}
{{- $first := index (appNames .Spec) 0 }}
{{- $name := or (index $labels "service.istio.io/canonical-name") (index $labels "app.kubernetes.io/name") (index $labels "app") .DeploymentMeta.Name }}
{{- $version := or (index $labels "service.istio.io/canonical-revision") (index $labels "app.kubernetes.io/version") (index $labels "version") "latest" }}
{{- $mode := annotation .ObjectMeta "sidecar.istio.io/interceptionMode" .ProxyConfig.interceptionMode }}
metadata:
  labels:
    security.istio.io/tlsMode: {{ index $labels "security.istio.io/tlsMode" | default "istio" | quote }}
    service.istio.io/canonical-name: {{ $name | trunc 63 | trimAll "-_." | quote }}
    service.istio.io/canonical-revision: {{ $version | trunc 63 | trimAll "-_." | quote }}
    {{- with .Values.global.network }}
    topology.istio.io/network: {{ quote . }}
    {{- end }}
  annotations:
    istio.io/rev: {{ .Revision | default "default" | quote }}
    {{- if $first }}
    {{- if not (isset $annotations "kubectl.kubernetes.io/default-logs-container") }}
    kubectl.kubernetes.io/default-logs-container: {{ quote $first }}
    {{- end }}
    {{- if not (isset $annotations "kubectl.kubernetes.io/default-container") }}
    kubectl.kubernetes.io/default-container: {{ quote $first }}
    {{- end }}
    {{- end }}
    {{- if .Values.pilot.cni.enabled }}
    sidecar.istio.io/interceptionMode: {{ quote $mode }}
    traffic.sidecar.istio.io/includeOutboundIPRanges: {{ annotation .ObjectMeta "traffic.sidecar.istio.io/includeOutboundIPRanges" .Values.global.proxy.includeIPRanges | quote }}
    traffic.sidecar.istio.io/includeInboundPorts: {{ annotation .ObjectMeta "traffic.sidecar.istio.io/includeInboundPorts" .Values.global.proxy.includeInboundPorts | quote }}
    traffic.sidecar.istio.io/excludeInboundPorts: {{ excludeInboundPort (annotation .ObjectMeta "status.sidecar.istio.io/port" .Values.global.proxy.statusPort) (annotation .ObjectMeta "traffic.sidecar.istio.io/excludeInboundPorts" .Values.global.proxy.excludeInboundPorts) | quote }}
    {{- end }}
spec:
  {{- $redirects := ne $mode "NONE" }}
  {{- if or $redirects .NativeSidecars }}
  initContainers:
  {{- if $redirects }}{{ template "redirect" . }}{{ end }}
  {{- if .NativeSidecars }}{{ template "proxy" . }}{{ end }}
  {{- end }}
  {{- if not .NativeSidecars }}
  containers:
  {{- template "proxy" . }}
  {{- end }}
  volumes:
  - name: workload-socket
  - name: credential-socket
  - name: workload-certs
  {{- if isset $annotations "sidecar.istio.io/bootstrapOverride" }}
  - name: custom-bootstrap-volume
    configMap: { name: {{ index $annotations "sidecar.istio.io/bootstrapOverride" }} }
  {{- end }}
  - name: istio-envoy
    emptyDir: { medium: Memory }
  - name: istio-data
    emptyDir: {}
  - name: istio-podinfo
    downwardAPI:
      items:
      - { path: labels, fieldRef: { fieldPath: metadata.labels } }
      - { path: annotations, fieldRef: { fieldPath: metadata.annotations } }
  - name: istio-token
    projected:
      sources:
      - serviceAccountToken: { path: istio-token, expirationSeconds: 43200, audience: {{ .Values.global.sds.token.aud }} }
  - name: istiod-ca-cert
    configMap: { name: istio-ca-root-cert }
  - name: istio-ca-crl
    configMap: { name: istio-ca-crl, optional: true }
  {{- if .Values.global.mountMtlsCerts }}
  - name: istio-certs
    secret: { secretName: istio.{{ .Spec.ServiceAccountName | default "default" }}, optional: true }
  {{- end }}
  {{- range $volume, $source := fromJSON (annotation .ObjectMeta "sidecar.istio.io/userVolume" "{}") }}
  - name: {{ $volume }}
    {{ toYaml $source | indent 4 }}
  {{- end }}
  {{- with .Values.global.imagePullSecrets }}
  imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
  {{- end }}
