# The kiosk's own session: starts it, and starts it anew whenever it falls. An orderly end ends the session.
param(
    [Parameter(Mandatory)] [string] $Program,
    [Parameter(Mandatory)] [string] $Data
)
$ErrorActionPreference = 'Stop'
$pause_s = 2
do {
    $kiosk = Start-Process -FilePath $Program -ArgumentList 'run', '--served', '--data', "`"$Data`"" -WindowStyle Hidden -PassThru -Wait
    if ($kiosk.ExitCode -ne 0) { Start-Sleep -Seconds $pause_s }
} while ($kiosk.ExitCode -ne 0)
shutdown.exe /l
