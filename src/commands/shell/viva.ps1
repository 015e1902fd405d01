# Completion of viva in PowerShell. Calls viva, as the shell finds it, at each Tab.
Register-ArgumentCompleter -Native -CommandName viva -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($null -ne $_.Value) { "$($_.Value)" } else { $_.Extent.Text } })
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        # older ones pass no empty word on, so the last has a dot in front
        $lines = @(viva complete powershell @words ".$wordToComplete" 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    # where nothing is said PowerShell offers files
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $word, $what = $_ -split "`t", 2
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $(if ($what) { $what } else { $word }))
    }
}
